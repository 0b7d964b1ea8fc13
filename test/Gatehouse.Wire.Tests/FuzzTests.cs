using System.Text;

namespace Gatehouse.Wire.Tests;

/// <summary>Whatever arrives, the answer is a request or an <see cref="ApiException"/>. Nothing else is thrown.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 6000;

    private static readonly ServiceCatalog Catalog = new(Contracts.Services);

    private static readonly string[] Words =
    [
        "Action", "Version", "=", "&", ".member.", ".entry.", "1", "2", "99999999999", "%", "%4", "%41", "%FF", "%2E", "+", ".", "..", "Tags", "UserName", "Key", "Value", "2010-05-08", "2011-06-15",
        "AssumeRole", "CreateUser", "GetCallerIdentity", "{", "}", "[", "]", "\"", ":", ",", "null", "true", "1e9", "-", "\\u", "d800", "\\", "\0", "é", "😀", "/", "analyzer", "?", "\u0085",
    ];

    [Fact]
    public void Noise_is_refused_and_never_breaks_anything()
    {
        var random = new Random(20260115);
        using var answer = new WireAnswer();
        for (var round = 0; round < Rounds; round++)
        {
            using var request = Noise(random);
            Drive(request, random, answer);
        }
    }

    [Fact]
    public void Good_requests_with_a_few_wrong_bytes_never_break_anything()
    {
        var random = new Random(20260116);
        using var answer = new WireAnswer();
        for (var round = 0; round < Rounds / 4; round++)
        {
            var operation = Contracts.Operations[random.Next(Contracts.Operations.Count)];
            var shape = Contracts.Read(operation.RequestType, new FillingReader(round));
            using var good = Good(operation, shape, answer);
            var body = good.Body.ToArray();
            for (var change = random.Next(4); change > 0 && body.Length > 0; change--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            using var bad = new WireRequest(good.Method, Spoil(good.Path, random), Spoil(good.Query, random), good.Headers, body.AsMemory(0, random.Next(2) == 0 ? body.Length : random.Next(body.Length + 1)));
            Drive(bad, random, answer);
        }
    }

    private static void Drive(WireRequest request, Random random, WireAnswer answer)
    {
        var route = Catalog.Find(request);
        Assert.Equal(route.Operation is null, route.Refusal is not null);
        var operation = route.Operation ?? Contracts.Operations[random.Next(Contracts.Operations.Count)];
        if (operation.Uri is not null && route.Operation is null)
        {
            return;
        }

        try
        {
            operation.ReadShape(request);
        }
        catch (ApiException refusal)
        {
            route.Protocol.WriteError(route.Service, refusal, "id", answer);
            Assert.InRange(answer.Status, 400, 499);
            Assert.InRange(answer.Body.Length, 1, 400_000);
        }
    }

    private static WireRequest Noise(Random random) => random.Next(4) switch
    {
        0 => Requests.Form(Text(random), Text(random)),
        1 => new("POST", "/", "", new Headers(("X-Amz-Target", "AWSOrganizationsV20161128." + Text(random)), ("Content-Type", "application/x-amz-json-1.1")), Bytes(random)),
        2 => Requests.Rest(random.Next(2) == 0 ? "GET" : "PUT", "/" + Text(random), Text(random), Text(random)),
        _ => new("POST", "/", "", new Headers(("Content-Type", "application/x-www-form-urlencoded")), Bytes(random)),
    };

    private static WireRequest Good(OperationContract operation, IShape shape, WireAnswer answer)
    {
        if (operation.Service.Protocol == Protocol.Query)
        {
            return Requests.Form(FormWriter.Write(shape, operation.Name, operation.Service.ApiVersion));
        }

        if (operation.Uri is not null)
        {
            return RestRequest.Write(operation, shape);
        }

        operation.Service.Protocol.WriteResponse(operation, shape, "id", answer);
        return Requests.Json($"{operation.Service.TargetPrefix}.{operation.Name}", Encoding.UTF8.GetString(answer.Body.Span));
    }

    private static string Spoil(string text, Random random)
    {
        if (text.Length < 2 || random.Next(3) > 0)
        {
            return text;
        }

        var characters = text.ToCharArray();
        characters[random.Next(1, characters.Length)] = (char)random.Next(1, 300);
        return new(characters);
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Words[random.Next(Words.Length)]));

    private static byte[] Bytes(Random random)
    {
        var text = random.Next(2) == 0 ? Encoding.UTF8.GetBytes("{" + Text(random) + "}") : new byte[random.Next(60)];
        if (text.Length > 0 && random.Next(2) == 0)
        {
            random.NextBytes(text.AsSpan(random.Next(text.Length)));
        }

        return text;
    }
}
