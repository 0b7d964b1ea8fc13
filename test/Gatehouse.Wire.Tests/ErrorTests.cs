using System.Text;
using System.Xml.Linq;
using Gatehouse.Contracts.AccessAnalyzer;
using Gatehouse.Contracts.AccessAnalyzer.Shapes;
using Gatehouse.Contracts.Iam;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Sts;

namespace Gatehouse.Wire.Tests;

/// <summary>AU-4, AU-5: what a refusal looks like in each protocol.</summary>
public sealed class ErrorTests
{
    [Theory]
    [InlineData(CommonError.MissingAuthentication, 403, "MissingAuthenticationToken", 400, "MissingAuthenticationTokenException", 403)]
    [InlineData(CommonError.IncompleteSignature, 400, "IncompleteSignature", 400, "IncompleteSignatureException", 403)]
    [InlineData(CommonError.Signature, 403, "SignatureDoesNotMatch", 400, "InvalidSignatureException", 403)]
    [InlineData(CommonError.Skew, 403, "SignatureDoesNotMatch", 400, "InvalidSignatureException", 403)]
    [InlineData(CommonError.Scope, 403, "SignatureDoesNotMatch", 400, "InvalidSignatureException", 403)]
    [InlineData(CommonError.Key, 403, "InvalidClientTokenId", 400, "UnrecognizedClientException", 403)]
    [InlineData(CommonError.Token, 403, "InvalidClientTokenId", 400, "UnrecognizedClientException", 403)]
    [InlineData(CommonError.Expired, 403, "ExpiredToken", 400, "ExpiredTokenException", 403)]
    [InlineData(CommonError.OptIn, 403, "OptInRequired", 403, "OptInRequired", 403)]
    [InlineData(CommonError.AccessDenied, 403, "AccessDenied", 400, "AccessDeniedException", 403)]
    [InlineData(CommonError.Throttling, 400, "Throttling", 400, "ThrottlingException", 429)]
    [InlineData(CommonError.Malformed, 400, "MalformedQueryString", 400, "SerializationException", 400)]
    [InlineData(CommonError.TooBig, 413, "RequestEntityTooLarge", 413, "RequestEntityTooLargeException", 413)]
    [InlineData(CommonError.Validation, 400, "ValidationError", 400, "ValidationException", 400)]
    public void A_common_error_has_the_code_and_status_of_its_protocol(CommonError kind, int queryStatus, string queryCode, int jsonStatus, string jsonCode, int restStatus)
    {
        var error = new CommonException(kind, "No.");

        Assert.Equal((queryStatus, queryCode), Protocol.Query.Describe(error));
        Assert.Equal((jsonStatus, jsonCode), Protocol.Json11.Describe(error));
        Assert.Equal((restStatus, jsonCode), Protocol.RestJson.Describe(error));
    }

    [Fact]
    public void Every_common_error_has_a_code_and_a_status_everywhere()
    {
        foreach (var kind in Enum.GetValues<CommonError>())
        {
            var error = new CommonException(kind, "No.");
            foreach (var protocol in new[] { Protocol.Query, Protocol.Json10, Protocol.Json11, Protocol.RestJson })
            {
                var (status, code) = protocol.Describe(error);
                Assert.InRange(status, 400, 599);
                Assert.Matches("^[A-Za-z]+$", code);
            }

            Assert.Equal(kind is CommonError.InternalFailure, error.Code == "InternalFailure");
        }
    }

    [Fact]
    public void Query_answers_XML()
    {
        Assert.Equal(
            "409 text/xml [x-amzn-RequestId: id] <ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type><Code>EntityAlreadyExists</Code>"
            + "<Message>User with name &lt;a&gt; already exists.</Message></Error><RequestId>id</RequestId></ErrorResponse>",
            Answer(IamService.Contract, new EntityAlreadyExistsException("User with name <a> already exists.")));
    }

    [Fact]
    public void A_request_that_names_no_service_is_answered_without_a_namespace()
    {
        using var answer = new WireAnswer();
        Protocol.Query.WriteError(null, new CommonException(CommonError.MissingAction, "No."), "id", answer);

        Assert.StartsWith("<ErrorResponse><Error><Type>Sender</Type><Code>MissingAction</Code>", Encoding.UTF8.GetString(answer.Body.Span));
    }

    [Fact]
    public void Our_own_fault_is_the_receivers() =>
        Assert.Contains("<Type>Receiver</Type><Code>InternalFailure</Code>", Answer(StsService.Contract, new CommonException(CommonError.InternalFailure, "No.")));

    [Fact]
    public void JSON_answers_a_type_and_the_members_of_the_model()
    {
        Assert.Equal(
            "400 application/x-amz-json-1.1 [x-amzn-RequestId: id] {\"__type\":\"ConstraintViolationException\",\"Message\":\"Too many.\",\"Reason\":\"ACCOUNT_NUMBER_LIMIT_EXCEEDED\"}",
            Answer(OrganizationsService.Contract, new ConstraintViolationException("Too many.") { Reason = "ACCOUNT_NUMBER_LIMIT_EXCEEDED" }));
        Assert.Equal(
            "400 application/x-amz-json-1.1 [x-amzn-RequestId: id] {\"__type\":\"AccessDeniedException\",\"message\":\"No.\"}",
            Answer(OrganizationsService.Contract, new CommonException(CommonError.AccessDenied, "No.")));
    }

    [Fact]
    public void REST_answers_the_type_in_a_header_too_and_binds_the_others()
    {
        Assert.Equal(
            "429 application/json [x-amzn-RequestId: id] [x-amzn-ErrorType: ThrottlingException] [Retry-After: 7] {\"__type\":\"ThrottlingException\",\"message\":\"Slow.\"}",
            Answer(AccessAnalyzerService.Contract, new ThrottlingException("Slow.") { RetryAfterSeconds = 7 }));
        Assert.Equal(
            "400 application/json [x-amzn-RequestId: id] [x-amzn-ErrorType: ValidationException] {\"__type\":\"ValidationException\",\"message\":\"No.\",\"reason\":\"other\","
            + "\"fieldList\":[{\"name\":\"a\",\"message\":\"b\"}]}",
            Answer(AccessAnalyzerService.Contract, new Gatehouse.Contracts.AccessAnalyzer.ValidationException("No.")
            {
                Reason = ValidationExceptionReason.Other,
                FieldList = [new() { Name = "a", Message = "b" }],
            }));
    }

    [Fact]
    public void Any_text_survives_XML_but_for_what_XML_does_not_have()
    {
        var text = string.Concat(Enumerable.Range(0, 0x3000).Concat([0xD7FF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x1F600, 0x10FFFF]).Select(code => char.ConvertFromUtf32(code)))
            + "\ud800x\udc00 ]]> <![CDATA[ &amp; \r\n \r";
        using var answer = new WireAnswer();

        Protocol.Query.WriteError(IamService.Contract, new NoSuchEntityException(text), "id", answer);

        var read = XDocument.Parse(Encoding.UTF8.GetString(answer.Body.Span), LoadOptions.PreserveWhitespace).Descendants().Single(element => element.Name.LocalName == "Message").Value;
        var expected = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            expected.Append(rune.Value is < 0x20 and not (9 or 10 or 13) or 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune);
        }

        Assert.Equal(expected.ToString(), read);
    }

    [Theory]
    [InlineData("</Message><Code>Fine</Code>")]
    [InlineData("<!ENTITY x SYSTEM \"file:///etc/passwd\">&x;")]
    [InlineData("\" onload='x'")]
    public void No_value_becomes_markup(string value)
    {
        using var answer = new WireAnswer();
        Protocol.Query.WriteResponse(IamService.GetUser, new GetUserResponse { User = new() { UserName = value, Path = value, Arn = value, UserId = value } }, value, answer);

        var xml = XDocument.Parse(Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal(5, xml.Descendants().Count(element => element.Value == value && !element.HasElements));
    }

    [Fact]
    public void No_value_begins_another_header()
    {
        using var answer = new WireAnswer();
        Protocol.RestJson.WriteError(
            Gatehouse.Contracts.Account.AccountService.Contract, new Gatehouse.Contracts.Account.ConflictException("No.") { ErrorType = "a\r\nSet-Cookie: x=é" }, "id", answer);

        Assert.Contains(answer.Headers, header => header.Value == "a??Set-Cookie: x=?");
    }

    [Fact]
    public void An_answer_written_over_another_shows_nothing_of_it()
    {
        using var answer = new WireAnswer();
        Protocol.Query.WriteResponse(StsService.GetCallerIdentity, new GetCallerIdentityResponse { Arn = new string('a', 5000) }, "id", answer);
        Protocol.RestJson.WriteError(AccessAnalyzerService.Contract, new CommonException(CommonError.Key, "No."), "id2", answer);

        Assert.Equal("{\"__type\":\"UnrecognizedClientException\",\"message\":\"No.\"}", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal(2, answer.Headers.Count);
    }

    private static string Answer(ServiceContract service, ApiException error)
    {
        using var answer = new WireAnswer();
        service.Protocol.WriteError(service, error, "id", answer);
        var headers = string.Concat(answer.Headers.Select(header => $" [{header.Key}: {header.Value}]"));
        return $"{answer.Status} {answer.ContentType}{headers} {Encoding.UTF8.GetString(answer.Body.Span)}";
    }
}
