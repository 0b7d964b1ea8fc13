using FsCheck;
using FsCheck.Fluent;
using static Gatehouse.Signatures.Tests.Given;

namespace Gatehouse.Signatures.Tests;

/// <summary>What holds for every request.</summary>
public sealed class PropertyTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void What_is_signed_verifies() => ForAll(request =>
        Answer(Sign(request)) is null && Answer(Presign(request)) is null && Answer(Sign(request, Temporary)) is null && Answer(Presign(request, Temporary)) is null);

    [Fact]
    public void The_canonical_request_is_that_of_a_plain_reading() => ForAll(request =>
    {
        foreach (var style in (SignatureStyle[])[SignatureStyle.Query, SignatureStyle.S3])
        {
            var signer = new Signer(Credentials, "us-east-1", "sts") { Style = style };
            var header = signer.Sign(request, Now);
            var query = signer.Presign(request, Now, TimeSpan.FromHours(1));
            var normalised = style != SignatureStyle.S3;
            var headerNames = NamesOf(header.CanonicalRequest);
            var queryNames = NamesOf(query.CanonicalRequest);
            if (header.CanonicalRequest != Reference.CanonicalRequest(header.Request, headerNames, Reference.Hash(request.Body.Span), false, normalised)
                || query.CanonicalRequest != Reference.CanonicalRequest(
                    query.Request, queryNames, normalised ? Reference.Hash(request.Body.Span) : "UNSIGNED-PAYLOAD", true, normalised)
                || header.Signature != Reference.Sign(Secret, Scope, Reference.StringToSign(Time, Scope, header.CanonicalRequest)))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void Another_body_is_refused() => ForAll(request => Refuses(Sign(request) with { Body = (byte[])[.. request.Body.Span, 0] }));

    [Fact]
    public void Any_one_changed_byte_of_a_header_request_is_refused() => ForAllChanged(request => Sign(request, Temporary));

    [Fact]
    public void Any_one_changed_byte_of_a_presigned_request_is_refused() => ForAllChanged(request => Presign(request, Temporary));

    private static void ForAll(Func<OutgoingRequest, bool> holds) =>
        Prop.ForAll(RandomRequests.Requests.ToArbitrary(), request => holds(request).Label(request.Show())).Check(Often);

    /// <summary>Changes one character somewhere: method, target, any header or the body. What does not change the meaning (AU-123 to AU-127) may pass, nothing else.</summary>
    private static void ForAllChanged(Func<OutgoingRequest, OutgoingRequest> sign)
    {
        var changed =
            from request in RandomRequests.Requests
            let signed = sign(request)
            from place in Gen.Choose(0, Length(signed) - 1)
            from character in Gen.Elements("aA0/%&=+-.;, ~\"Zz9é".ToCharArray())
            select (Signed: signed, Changed: Replace(signed, place, character));
        Prop.ForAll(changed.ToArbitrary(), pair => (Same(pair.Signed, pair.Changed) || Refuses(pair.Changed)).Label($"{pair.Signed.Show()}\n=>\n{pair.Changed.Show()}"))
            .Check(Often.WithMaxTest(1500));
    }

    private static bool Refuses(OutgoingRequest request) => Answer(request) is not null;

    // Judged by the plain reading of the reference: the same canonical request, time and signature mean the same request.
    private static bool Same(OutgoingRequest one, OutgoingRequest other)
    {
        if (!Parts(other).SequenceEqual(Parts(one)))
        {
            return false;
        }

        try
        {
            return Canonical(one) == Canonical(other);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Parts(OutgoingRequest request) =>
        (new HeaderList(request.Headers).Get("authorization", 0) ?? "").Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)
        .Append(new HeaderList(request.Headers).Get("x-amz-date", 0) ?? "");

    private static string Canonical(OutgoingRequest request)
    {
        var authorization = new HeaderList(request.Headers).Get("authorization", 0);
        var names = authorization is null
            ? Uri.UnescapeDataString(request.Target.Split("X-Amz-SignedHeaders=")[^1].Split('&')[0])
            : authorization.Split("SignedHeaders=")[1].Split([',', ' ', '\t'])[0];
        var token = authorization is null ? "" : new HeaderList(request.Headers).Get("x-amz-security-token", 0);
        return Reference.CanonicalRequest(request, names, Reference.Hash(request.Body.Span)) + token;
    }

    private static string NamesOf(string canonicalRequest) => canonicalRequest.Split('\n')[^2];

    private static int Length(OutgoingRequest request) =>
        request.Method.Length + request.Target.Length + request.Headers.Sum(line => line.Key.Length + line.Value.Length) + request.Body.Length;

    private static OutgoingRequest Replace(OutgoingRequest request, int place, char character)
    {
        if (place < request.Method.Length)
        {
            return request with { Method = Put(request.Method, place, character) };
        }

        place -= request.Method.Length;
        if (place < request.Target.Length)
        {
            return request with { Target = Put(request.Target, place, character) };
        }

        place -= request.Target.Length;
        for (var index = 0; index < request.Headers.Length; index++)
        {
            var (name, value) = request.Headers[index];
            if (place < name.Length)
            {
                return request with { Headers = request.Headers.SetItem(index, new(Put(name, place, character), value)) };
            }

            place -= name.Length;
            if (place < value.Length)
            {
                return request with { Headers = request.Headers.SetItem(index, new(name, Put(value, place, character))) };
            }

            place -= value.Length;
        }

        var body = request.Body.ToArray();
        body[place] ^= 1;
        return request with { Body = body };
    }

    private static string Put(string text, int place, char character) => text[..place] + character + text[(place + 1)..];
}
