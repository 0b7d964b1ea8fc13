namespace Gatehouse.Signatures.Tests;

/// <summary>The table of AU-4.</summary>
public sealed class FaultAnswerTests
{
    private const string Table = """
        Missing    | 403 MissingAuthenticationToken | 400 MissingAuthenticationTokenException | 403 MissingAuthenticationTokenException | 403 AccessDenied
        Incomplete | 400 IncompleteSignature        | 400 IncompleteSignatureException        | 403 IncompleteSignatureException        | 400 AuthorizationHeaderMalformed
        Signature  | 403 SignatureDoesNotMatch      | 400 InvalidSignatureException           | 403 InvalidSignatureException           | 403 SignatureDoesNotMatch
        Skew       | 403 SignatureDoesNotMatch      | 400 InvalidSignatureException           | 403 InvalidSignatureException           | 403 RequestTimeTooSkewed
        Scope      | 403 SignatureDoesNotMatch      | 400 InvalidSignatureException           | 403 InvalidSignatureException           | 400 AuthorizationHeaderMalformed
        Key        | 403 InvalidClientTokenId       | 400 UnrecognizedClientException         | 403 UnrecognizedClientException         | 403 InvalidAccessKeyId
        Token      | 403 InvalidClientTokenId       | 400 UnrecognizedClientException         | 403 UnrecognizedClientException         | 400 InvalidToken
        Expired    | 403 ExpiredToken               | 400 ExpiredTokenException               | 403 ExpiredTokenException               | 400 ExpiredToken
        OptIn      | 403 OptInRequired              | 403 OptInRequired                       | 403 OptInRequired                       | 403 NotSignedUp
        Deny       | 403 AccessDenied               | 400 AccessDeniedException               | 403 AccessDeniedException               | 403 AccessDenied
        Throttle   | 400 Throttling                 | 400 ThrottlingException                 | 429 ThrottlingException                 | 503 SlowDown
        Malformed  | 400 MalformedQueryString       | 400 SerializationException              | 400 SerializationException              | 400 InvalidRequest
        TooBig     | 413 RequestEntityTooLarge      | 413 RequestEntityTooLargeException      | 413 RequestEntityTooLargeException      | 400 EntityTooLarge
        Invalid    | 400 ValidationError            | 400 ValidationException                 | 400 ValidationException                 | 400 InvalidArgument
        """;

    public static TheoryData<FaultKind, string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<FaultKind, string, string, string, string>();
            foreach (var line in Table.Split('\n'))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                rows.Add(Enum.Parse<FaultKind>(cells[0]), cells[1], cells[2], cells[3], cells[4]);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void Every_kind_has_its_answer_in_every_family(FaultKind kind, string query, string json, string rest, string s3)
    {
        Assert.Equal(query, Of(kind, SignatureStyle.Query));
        Assert.Equal(json, Of(kind, SignatureStyle.Json));
        Assert.Equal(rest, Of(kind, SignatureStyle.Rest));
        Assert.Equal(s3, Of(kind, SignatureStyle.S3));
    }

    [Theory]
    [InlineData(FaultKind.Incomplete)]
    [InlineData(FaultKind.Scope)]
    public void S3_tells_the_form_by_the_code(FaultKind kind) =>
        Assert.Equal("400 AuthorizationQueryParametersError", Of(kind, SignatureStyle.S3, SignatureForm.Query));

    private static string Of(FaultKind kind, SignatureStyle style, SignatureForm form = SignatureForm.Header)
    {
        var fault = new SignatureFault { Kind = kind, Style = style, Form = form, Message = "" };
        return $"{fault.Status} {fault.Code}";
    }
}
