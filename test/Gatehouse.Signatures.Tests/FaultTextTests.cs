using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using static Gatehouse.Signatures.Tests.Given;

namespace Gatehouse.Signatures.Tests;

/// <summary>The sentences of AU-103 to AU-117 and AU-147, to the letter.</summary>
public sealed class FaultTextTests
{
    private const string Query = nameof(SignatureStyle.Query);
    private const string Json = nameof(SignatureStyle.Json);
    private const string Rest = nameof(SignatureStyle.Rest);
    private const string S3 = nameof(SignatureStyle.S3);

    [Theory]
    [InlineData(Query, "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.", FaultKind.Signature)]
    [InlineData(Json, "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.", FaultKind.Signature)]
    [InlineData(S3, "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified", FaultKind.Invalid)]
    public void Both_forms_at_once_AU_103(string style, string text, FaultKind kind) =>
        Expect(kind, text, Presigned.With("Authorization", "Basic x"), style);

    [Theory]
    [InlineData(Query, "Request is missing Authentication Token")]
    [InlineData(Json, "Missing Authentication Token")]
    [InlineData(Rest, "Missing Authentication Token")]
    [InlineData(S3, "Access Denied")]
    public void No_credentials_AU_104(string style, string text)
    {
        Expect(FaultKind.Missing, text, Unsigned, style);
        Expect(FaultKind.Missing, text, Presigned.WithoutParameter("X-Amz-Algorithm"), style);
        Expect(FaultKind.Missing, text, Presigned with { Target = Presigned.Target.Replace("X-Amz-Algorithm", "x-amz-algorithm") }, style);
        Expect(FaultKind.Missing, text, Presigned with { Target = Presigned.Target.Replace("AWS4-HMAC-SHA256", "HMAC") }, style);
        Expect(FaultKind.Missing, text, Unsigned.With("Authorization", "AWS4"), style);
        Expect(FaultKind.Missing, text, Unsigned.With("Authorization", "AWS AKIA:x"), style);
        Expect(FaultKind.Missing, text, Unsigned.With("Authorization", "aws4-hmac-sha256 Credential=a"), style);
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA512")]
    [InlineData("AWS4-ECDSA-P256-SHA256-PAYLOAD")]
    [InlineData("AWS4-X509-RSA-SHA256")]
    [InlineData("AWS4-")]
    public void Another_algorithm_AU_106(string algorithm)
    {
        Expect(FaultKind.Incomplete, $"Unsupported AWS 'algorithm': '{algorithm}'.", Authorization(value => value.Replace("AWS4-HMAC-SHA256", algorithm)));
        Expect(FaultKind.Missing, "Missing Authentication Token", Presigned with { Target = Presigned.Target.Replace("AWS4-HMAC-SHA256", algorithm) });
    }

    [Fact]
    public void A_piece_without_an_equal_sign_AU_107()
    {
        var request = Authorization(value => value.Replace("Credential=AKIA", "Credential=AKIA RZPU"));
        var header = request.Header("Authorization");
        var piece = header.Split(' ')[2].TrimEnd(',');

        Expect(FaultKind.Incomplete, $"'{piece}' not a valid key=value pair (missing equal-sign) in Authorization header: '{HashOf(header)}'.", request);
    }

    [Theory]
    [InlineData("Credential")]
    [InlineData("SignedHeaders")]
    [InlineData("Signature")]
    public void A_part_twice_AU_105(string name) => Expect(
        FaultKind.Incomplete, $"Authorization header has the '{name}' parameter more than once.", Authorization(value => $"{value}, {name}=x"));

    [Fact]
    public void Parts_stand_in_any_order_and_unknown_ones_do_not_count_AU_105()
    {
        var parts = Signed.Header("Authorization")["AWS4-HMAC-SHA256 ".Length..].Split(", ");

        Assert.Null(Answer(Signed.Set("Authorization", $"AWS4-HMAC-SHA256 {parts[2]},\t{parts[0]} ,, Colour=red {parts[1]}")));
    }

    [Fact]
    public void Every_lack_in_one_message_AU_108()
    {
        const string Credential = "Authorization header requires 'Credential' parameter. ";
        const string Signature = "Authorization header requires 'Signature' parameter. ";
        const string SignedHeaders = "Authorization header requires 'SignedHeaders' parameter. ";
        const string Date = "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
        const string RegionSet = "Authorization header requires existence of a 'X-Amz-Region-Set' header. ";

        ExpectLacks(Credential + Signature + SignedHeaders + Date, Unsigned.With("Authorization", "AWS4-HMAC-SHA256"));
        ExpectLacks(Credential + Signature + SignedHeaders, Signed.Set("Authorization", "AWS4-HMAC-SHA256"));
        ExpectLacks(Credential, Authorization(value => value.Replace("Credential=", "A=")));
        ExpectLacks(Signature, Authorization(value => value[..(value.LastIndexOf('=') + 1)]));
        ExpectLacks(SignedHeaders + Date, Authorization(value => value.Replace("SignedHeaders=", "A=")).Without("X-Amz-Date"));
        ExpectLacks(
            Credential + Signature + SignedHeaders + Date + RegionSet,
            Unsigned.With("Authorization", "AWS4-ECDSA-P256-SHA256"));
    }

    [Theory]
    [InlineData(Query, "X-Amz-Credential")]
    [InlineData(Query, "X-Amz-Signature")]
    [InlineData(Query, "X-Amz-SignedHeaders")]
    [InlineData(Query, "X-Amz-Date")]
    [InlineData(S3, "X-Amz-Expires")]
    public void A_parameter_lacks_AU_109(string style, string name)
    {
        var text = $"AWS query-string parameters must include '{name}'. Re-examine the query-string parameters.";

        Expect(FaultKind.Incomplete, text, Presigned.WithoutParameter(name), style);
        Expect(FaultKind.Incomplete, text, Presigned.WithoutParameter(name).WithParameter(name + "="), style);
        Expect(FaultKind.Incomplete, text, Presigned.WithoutParameter(name).WithParameter(name.ToLowerInvariant() + "=x"), style);
    }

    [Fact]
    public void Every_lacking_parameter_in_one_message_AU_109() => Expect(
        FaultKind.Incomplete,
        "AWS query-string parameters must include 'X-Amz-Credential'. AWS query-string parameters must include 'X-Amz-Signature'. "
        + "AWS query-string parameters must include 'X-Amz-SignedHeaders'. AWS query-string parameters must include 'X-Amz-Date'. Re-examine the query-string parameters.",
        UnsignedGet with { Target = "/?X-Amz-Algorithm=AWS4-HMAC-SHA256" });

    [Theory]
    [InlineData("X-Amz-Algorithm")]
    [InlineData("X-Amz-Credential")]
    [InlineData("X-Amz-Signature")]
    [InlineData("X-Amz-SignedHeaders")]
    [InlineData("X-Amz-Date")]
    [InlineData("X-Amz-Expires")]
    [InlineData("X-Amz-Security-Token")]
    public void A_parameter_twice_AU_109(string name)
    {
        var presigned = Presign(UnsignedGet, Temporary);
        var text = $"AWS query-string parameters must include '{name}' only once. Re-examine the query-string parameters.";

        Expect(FaultKind.Incomplete, text, presigned.WithParameter($"{name}=x"));
        Expect(FaultKind.Incomplete, text, presigned.WithParameter($"{name.Replace("-", "%2D")}=x"));
    }

    [Fact]
    public void Headers_that_must_be_signed_AU_110()
    {
        Expect(FaultKind.Signature, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.", Authorization(value => value.Replace(";host;", ";")));
        Expect(FaultKind.Signature, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.", Authorization(value => value.Replace(";host;", ";Host;")));
        Expect(FaultKind.Signature, "'x-amz-target' must be a 'SignedHeader' in the AWS Authorization.", Signed.With("X-Amz-Target", "A.B"), Json);
        Expect(
            FaultKind.Signature,
            "'x-amz-region-set' must be a 'SignedHeader' in the AWS Authorization.",
            Authorization(value => value.Replace("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256")).With("X-Amz-Region-Set", "*"));
    }

    [Fact]
    public void The_authority_counts_as_the_host_AU_110() =>
        Assert.Null(Answer(Reference.Forge(Unsigned.With(":authority", "127.0.0.1:4566"), Secret, Credential, Time, ":authority;content-type")));

    [Theory]
    [InlineData("20260115")]
    [InlineData("20260115T120000")]
    [InlineData("20260115T120000z")]
    [InlineData("20260115t120000Z")]
    [InlineData("2026-01-15T12:00:00Z")]
    [InlineData("20260229T120000Z")]
    [InlineData("20260115T240000Z")]
    [InlineData("20260115T126000Z")]
    [InlineData("20260115T120060Z")]
    [InlineData("00000101T000000Z")]
    [InlineData("2026٠115T120000Z")]
    [InlineData("Thu, 15 Jan 2026 12:00:00 GMT")]
    [InlineData("")]
    public void A_date_in_another_form_AU_111(string date)
    {
        var text = $"Date must be in ISO-8601 'basic format'. Got '{date}'. See http://en.wikipedia.org/wiki/ISO_8601";

        Expect(FaultKind.Incomplete, text, Signed.Set("X-Amz-Date", date));
    }

    [Fact]
    public void The_amz_date_wins_and_two_of_them_are_no_date_AU_111()
    {
        Assert.Null(Answer(Signed.With("Date", "never")));
        Expect(
            FaultKind.Incomplete,
            $"Date must be in ISO-8601 'basic format'. Got '{Time},{Time}'. See http://en.wikipedia.org/wiki/ISO_8601",
            Signed.With("X-Amz-Date", Time));
    }

    [Theory]
    [InlineData("Thu, 15 Jan 2026 12:00:00 GMT", true)]
    [InlineData("Thu, 15 Jan 2026 12:00:00 UTC", true)]
    [InlineData("Thu, 15 Jan 2026 12:00:00 +0000", true)]
    [InlineData("Thu, 15 Jan 2026 12:00:00 -0000", true)]
    [InlineData("20260115T120000Z", true)]
    [InlineData("Thu, 15 Jan 2026 13:00:00 +0100", false)]
    [InlineData("Fri, 15 Jan 2026 12:00:00 GMT", false)]
    [InlineData("Thursday, 15-Jan-26 12:00:00 GMT", false)]
    public void A_date_header_may_have_the_other_form_AU_111(string date, bool taken)
    {
        var signed = Reference.Forge(Unsigned, Secret, Credential, Time, "content-type;host").Without("X-Amz-Date").With("Date", date);

        if (taken)
        {
            Assert.Null(Answer(signed));
        }
        else
        {
            Expect(FaultKind.Incomplete, $"Date must be in ISO-8601 'basic format'. Got '{date}'. See http://en.wikipedia.org/wiki/ISO_8601", signed);
        }
    }

    [Theory]
    [InlineData(15, -900, null)]
    [InlineData(15, 900, null)]
    [InlineData(15, -901, "Signature expired: 20260115T114459Z is now earlier than 20260115T114500Z (20260115T120000Z - 15 min.)")]
    [InlineData(15, 901, "Signature not yet current: 20260115T121501Z is still later than 20260115T121500Z (20260115T120000Z + 15 min.)")]
    [InlineData(5, -300, null)]
    [InlineData(5, -301, "Signature expired: 20260115T115459Z is now earlier than 20260115T115500Z (20260115T120000Z - 5 min.)")]
    public void The_window_with_both_ends_inside_AU_112(int minutes, int seconds, string? text)
    {
        var rules = new SignatureRules { ClockSkew = TimeSpan.FromMinutes(minutes) };
        var fault = Answer(Sign(Unsigned, time: Now.AddSeconds(seconds)), rules: rules);
        var presigned = Answer(Presign(UnsignedGet, time: Now.AddSeconds(seconds), seconds: 60), rules: rules, now: Now.AddMilliseconds(999));

        Assert.Equal((text, text), (fault?.Message, presigned?.Message));
        Assert.Equal(text is null ? null : FaultKind.Skew, fault?.Kind);
    }

    [Fact]
    public void The_window_of_S3_AU_112()
    {
        var fault = Expect(
            FaultKind.Skew, "The difference between the request time and the current time is too large.", Sign(Unsigned, time: Now.AddMinutes(-16)), S3);

        Assert.Equal((403, "RequestTimeTooSkewed"), (fault.Status, fault.Code));
        Assert.Equal(
            [new("RequestTime", "20260115T114400Z"), new("ServerTime", "2026-01-15T12:00:00Z"), new("MaxAllowedSkewMilliseconds", "900000")], fault.Elements);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    public void A_skew_that_is_none_of_ours_is_no_setting(int minutes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SignatureRules { ClockSkew = TimeSpan.FromMinutes(minutes) });

    [Theory]
    [InlineData("AKIA/20260115/us-east-1/sts")]
    [InlineData("AKIA/20260115/us-east-1/sts/aws4_request/x")]
    [InlineData("AKIA//us-east-1/sts/aws4_request")]
    [InlineData("/20260115/us-east-1/sts/aws4_request")]
    [InlineData("AKIA/20260115/us-east-1/sts/")]
    [InlineData("////")]
    [InlineData("AKIA")]
    public void A_credential_of_other_than_five_parts_AU_113(string credential)
    {
        var text = $"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{credential}'";

        Expect(FaultKind.Incomplete, text, Authorization(value => value.Replace(Credential, credential)));
        Expect(FaultKind.Incomplete, text, Presigned with { Target = Presigned.Target.Replace(Uri.EscapeDataString(Credential), Uri.EscapeDataString(credential)) });
        Expect(
            FaultKind.Incomplete,
            "the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".",
            Authorization(value => value.Replace(Credential, credential)),
            S3);
    }

    [Theory]
    [InlineData("20260115/us_east_1/sts/aws4_request", "Credential should be scoped to a valid region, not 'us_east_1'. ")]
    [InlineData("20260115/US-EAST-1/sts/aws4_request", "Credential should be scoped to a valid region, not 'US-EAST-1'. ")]
    [InlineData("20260115/-a/sts/aws4_request", "Credential should be scoped to a valid region, not '-a'. ")]
    [InlineData("20260115/a-/sts/aws4_request", "Credential should be scoped to a valid region, not 'a-'. ")]
    [InlineData("20260115/a--b/sts/aws4_request", "Credential should be scoped to a valid region, not 'a--b'. ")]
    [InlineData("20260115/us-east-1/iam/aws4_request", "Credential should be scoped to correct service: 'sts'. ")]
    [InlineData("20260115/us-east-1/STS/aws4_request", "Credential should be scoped to correct service: 'sts'. ")]
    [InlineData("20260115/us-east-1/sts/aws5_request", "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'. ")]
    [InlineData(
        "20260114/us-east-1/sts/aws4_request",
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260114' != '20260115', from '20260115T120000Z'.")]
    [InlineData(
        "x/y_/z/w",
        "Credential should be scoped to a valid region, not 'y_'. Credential should be scoped to correct service: 'sts'. "
        + "Credential should be scoped with a valid terminator: 'aws4_request', not 'w'. "
        + "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: 'x' != '20260115', from '20260115T120000Z'.")]
    public void A_scope_for_something_else_AU_114(string scope, string text) =>
        Expect(FaultKind.Scope, text, Reference.Forge(Unsigned, Secret, $"{KeyId}/{scope}", Time, "content-type;host;x-amz-date"));

    [Theory]
    [InlineData("us-east-1", true)]
    [InlineData("aws-global", true)]
    [InlineData("x", true)]
    [InlineData("a1234567890123456789012345678901234567890123456789012345678901bc", true)]
    [InlineData("a1234567890123456789012345678901234567890123456789012345678901bcd", false)]
    public void Any_well_formed_region_is_taken_AU_114(string region, bool taken)
    {
        var request = Reference.Forge(Unsigned, Secret, $"{KeyId}/20260115/{region}/sts/aws4_request", Time, "content-type;host;x-amz-date");

        Assert.Equal(taken ? null : FaultKind.Scope, Answer(request)?.Kind);
    }

    [Fact]
    public void A_list_of_regions_is_a_list_AU_114()
    {
        var rules = new SignatureRules { Region = "eu-west-1", Regions = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "EU-WEST-1", "eu-west-1") };

        Assert.Equal("Credential should be scoped to a valid region, not 'us-east-1'. ", Answer(Signed, rules: rules)?.Message);
        Assert.Null(Answer(Signed, rules: rules with { Regions = FrozenSet.Create("us-east-1") }));
        Assert.True(SignatureReader.TryRead(Signed.AsIncoming(), SignatureStyle.S3, rules, Now, out var signature, out _));
        var fault = SignatureVerifier.CheckScope(signature, "sts", rules);
        Assert.Equal("the region 'us-east-1' is wrong; expecting 'eu-west-1'", fault?.Message);
        Assert.Equal([new("Region", "eu-west-1")], fault!.Elements);
        Assert.Equal((400, "AuthorizationHeaderMalformed"), (fault.Status, fault.Code));
    }

    [Theory]
    [InlineData("us-east-1", true)]
    [InlineData("*", true)]
    [InlineData("us-*", true)]
    [InlineData("*-1", true)]
    [InlineData("eu-west-1,us-east-1", true)]
    [InlineData("eu-west-1, us-*-1", true)]
    [InlineData("us-east-1*", true)]
    [InlineData("us-east-2", false)]
    [InlineData("eu-*", false)]
    [InlineData("us-east-11", false)]
    [InlineData("us-east-", false)]
    [InlineData("US-EAST-1", false)]
    [InlineData(",", false)]
    public void A_region_set_AU_162(string set, bool taken)
    {
        var fault = Answer(new Signer(Credentials, set, "sts") { Algorithm = SignatureAlgorithm.EcdsaP256Sha256 }.Sign(Unsigned, Now).Request);
        var presigned = Answer(new Signer(Credentials, set, "sts") { Algorithm = SignatureAlgorithm.EcdsaP256Sha256 }.Presign(UnsignedGet, Now, TimeSpan.FromMinutes(1)).Request);

        Assert.Equal(taken ? null : $"Credential should be scoped to a valid region, not '{set}'. ", fault?.Message);
        Assert.Equal(fault?.Message, presigned?.Message);
    }

    [Fact]
    public void Tokens_and_keys_AU_115_to_AU_117()
    {
        Assert.True(SignatureReader.TryRead(Signed.AsIncoming(), SignatureStyle.Query, SignatureRules.Default, Now, out var signature, out _));
        Assert.True(SignatureReader.TryRead(Signed.AsIncoming(), SignatureStyle.S3, SignatureRules.Default, Now, out var s3, out _));

        Assert.Equal("The security token included in the request is invalid.", SignatureFault.UnknownKey(signature).Message);
        Assert.Equal("The security token included in the request is invalid.", SignatureFault.InvalidToken(signature).Message);
        Assert.Equal("The security token included in the request is expired", SignatureFault.ExpiredToken(signature).Message);
        Assert.Equal("The AWS Access Key Id you provided does not exist in our records.", SignatureFault.UnknownKey(s3).Message);
        Assert.Equal("The provided token has expired.", SignatureFault.ExpiredToken(s3).Message);
        Assert.Equal((403, "InvalidAccessKeyId"), (SignatureFault.UnknownKey(s3).Status, SignatureFault.UnknownKey(s3).Code));
        Assert.Equal((400, "InvalidToken"), (SignatureFault.InvalidToken(s3).Status, SignatureFault.InvalidToken(s3).Code));
        Assert.Equal((400, "ExpiredToken"), (SignatureFault.ExpiredToken(s3).Status, SignatureFault.ExpiredToken(s3).Code));
    }

    [Fact]
    public void A_token_is_where_it_must_be_AU_116()
    {
        var good = Sign(Unsigned, Temporary);

        Assert.Null(Answer(good));
        Assert.Null(Answer(new Signer(Temporary, "us-east-1", "sts") { TokenAfterSigning = true }.Sign(Unsigned, Now).Request));
        Expect(FaultKind.Key, "The security token included in the request is invalid.", good.Without("X-Amz-Security-Token"));
        Expect(FaultKind.Key, "The security token included in the request is invalid.", good.Set("X-Amz-Security-Token", ""));
        Expect(FaultKind.Key, "The security token included in the request is invalid.", good.With("X-Amz-Security-Token", Token));
        Expect(FaultKind.Key, "The security token included in the request is invalid.", Signed.With("X-Amz-Security-Token", Token));
        Expect(FaultKind.Key, "The security token included in the request is invalid.", Presign(UnsignedGet, new(TemporaryKeyId, Secret)).With("X-Amz-Security-Token", Token));
        Assert.Null(Answer(Presigned.With("X-Amz-Security-Token", Token)));
    }

    [Fact]
    public void The_long_text_AU_147()
    {
        const string Text = "The request signature we calculated does not match the signature you provided. "
            + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

        Expect(FaultKind.Signature, Text, Signed.Set("Host", "other"));
        Assert.Equal(
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
            Faults.Mismatch(SignatureStyle.S3, SignatureForm.Header).Message);
    }

    [Fact]
    public void The_echo_tells_what_was_to_be_signed_without_the_token_AU_147()
    {
        foreach (var request in (OutgoingRequest[])[Sign(Unsigned, Temporary), Presign(UnsignedGet, Temporary)])
        {
            var incoming = request.AsIncoming();
            Assert.True(SignatureReader.TryRead(incoming, SignatureStyle.Query, SignatureRules.Default, Now, out var signature, out _));

            var echo = SignatureVerifier.Explain(signature, incoming, SHA256.HashData(request.Body.Span))!;
            var message = echo.AddTo(Faults.Mismatch(SignatureStyle.Query, signature.Form)).Message;

            Assert.DoesNotContain("EXAMPLE", message, StringComparison.Ordinal);
            Assert.Contains(signature.Form == SignatureForm.Header ? "\nx-amz-security-token:\n" : "&X-Amz-Security-Token=&", message, StringComparison.Ordinal);
            Assert.Contains("\n\nThe Canonical String for this request should have been\n'" + request.Method + "\n/\n", message, StringComparison.Ordinal);
            Assert.Contains($"\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n{Time}\n{Scope}\n", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_echo_shows_only_what_prints_AU_5()
    {
        var incoming = Sign(Unsigned.With("X-Odd", "a\u0001\u200Bb\uD83D\uDE42")).AsIncoming();
        Assert.True(SignatureReader.TryRead(incoming, SignatureStyle.Query, SignatureRules.Default, Now, out var signature, out _));

        var echo = SignatureVerifier.Explain(signature, incoming, new byte[32])!;

        Assert.Contains("\nx-odd:a??b??\n", echo.CanonicalRequest, StringComparison.Ordinal);
    }

    // AU-128, AU-129: the signature itself is right for each of these lists.
    [Theory]
    [InlineData("content-type;host;host;x-amz-date")]
    [InlineData("content-type;host;;x-amz-date")]
    [InlineData(";content-type;host;x-amz-date")]
    [InlineData("content-type;host;x-amz-date;")]
    [InlineData("Content-Type;host;x-amz-date")]
    [InlineData("host;content-type;x-amz-date")]
    [InlineData("content-type;host;not-there;x-amz-date")]
    public void Signed_headers_that_are_none(string names)
    {
        Assert.Equal(FaultKind.Signature, Answer(Reference.Forge(Unsigned, Secret, Credential, Time, names))?.Kind);
        Assert.True(SignatureReader.TryRead(Reference.Forge(Unsigned, Secret, Credential, Time, names).AsIncoming(), SignatureStyle.Query, SignatureRules.Default, Now, out var signature, out _));
        Assert.Null(SignatureVerifier.Explain(signature, Unsigned.AsIncoming(), new byte[32]));
    }

    [Fact]
    public void More_than_64_signed_headers_AU_7()
    {
        OutgoingRequest With(int count)
        {
            var request = Unsigned with { Headers = [new("Host", "h"), .. Enumerable.Range(10, count - 1).Select(index => KeyValuePair.Create($"a{index}", "x"))] };
            return Reference.Forge(request, Secret, Credential, Time, string.Join(';', request.Headers.Select(line => line.Key.ToLowerInvariant()).Order(StringComparer.Ordinal)));
        }

        Assert.Null(Answer(With(64)));
        Expect(FaultKind.Incomplete, "A signature must not cover more than 64 headers.", With(65));
    }

    [Fact]
    public void More_than_4096_parameters_AU_7()
    {
        OutgoingRequest With(int count) => Sign(Unsigned with { Target = "/?" + string.Join('&', Enumerable.Range(0, count).Select(index => $"{index % 7}a{index}=")) });

        Assert.Null(Answer(With(4096)));
        Assert.Equal(FaultKind.Malformed, Answer(With(4097))?.Kind);
    }

    [Fact]
    public void What_is_echoed_is_short_and_prints_AU_5()
    {
        var request = Signed.Set("X-Amz-Date", "\u0007\u200Bé\uD800" + new string('x', 300));

        Expect(FaultKind.Incomplete, $"Date must be in ISO-8601 'basic format'. Got '??é?{new string('x', 252)}'. See http://en.wikipedia.org/wiki/ISO_8601", request);
    }

    private static SignatureFault Expect(FaultKind kind, string text, OutgoingRequest request, string style = Query)
    {
        var fault = Answer(request, Enum.Parse<SignatureStyle>(style));
        Assert.NotNull(fault);
        Assert.Equal((kind, text), (fault.Kind, fault.Message));
        return fault;
    }

    private static void ExpectLacks(string lacks, OutgoingRequest request)
    {
        var header = request.Header("Authorization");
        Expect(FaultKind.Incomplete, $"{lacks}(Hashed with SHA-256 and encoded with Base64) Authorization={header.Split(' ')[0]} {HashOf(header)}", request);
    }

    private static OutgoingRequest Authorization(Func<string, string> change) => Signed.Change("Authorization", change);

    private static string HashOf(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
