using System.Net;
using System.Text;
using Gatehouse.Accounts.Federation;
using Gatehouse.Server.Authentication;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Authentication;

/// <summary>Signatures that come twice [AU-148].</summary>
public sealed class ReplayCacheTests
{
    private const string First = "attempt=1; max=3";

    [Fact]
    public async Task A_first_attempt_at_a_change_is_taken_once_within_the_whole_window()
    {
        await using var server = await StartAsync(on: true);
        var request = Change(server, "ana");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, request, First)).Status);

        foreach (var attempt in new[] { First, "ttl=20260115T120000Z; attempt=1; max=5", "attempt=one", "attempt=1, attempt=2", null })
        {
            // Said otherwise, or no more at all: whoever numbers attempts does so each time.
            var again = await SendAsync(server, request, attempt);
            Assert.Equal((HttpStatusCode.Forbidden, "SignatureDoesNotMatch"), (again.Status, again.Code));
            Assert.StartsWith("The request signature was used before.", again.Message, StringComparison.Ordinal);
        }

        server.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.StartsWith("The request signature was used before.", (await SendAsync(server, request, First)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_of_the_latest_time_that_is_taken_is_remembered_as_long_as_it_is_good()
    {
        await using var server = await StartAsync(on: true);
        server.Clock.Advance(TimeSpan.FromMinutes(15));
        var early = Change(server, "ana");
        server.Clock.Advance(TimeSpan.FromMinutes(-15));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, early, First)).Status);

        server.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.StartsWith("The request signature was used before.", (await SendAsync(server, early, First)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_attempts_reads_and_clients_that_do_not_count_are_taken_as_they_come()
    {
        await using var server = await StartAsync(on: true);
        var request = Change(server, "ana");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, request, First)).Status);
        Assert.Equal("EntityAlreadyExists", (await SendAsync(server, request, "attempt=2; max=3")).Code);

        var silent = Change(server, "ben");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, silent, null)).Status);
        Assert.Equal("EntityAlreadyExists", (await SendAsync(server, silent, null)).Code);

        var read = Form(server, ServerFixture.Root, "Action=ListUsers&Version=2010-05-08");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, read, First)).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, read, First)).Status);
    }

    [Fact]
    public async Task A_wrong_signature_spends_nothing()
    {
        await using var server = await StartAsync(on: true);
        var request = Change(server, "ana");
        var wrong = request with { Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(request.Body.Span).Replace("ana", "eve", StringComparison.Ordinal)) };
        Assert.StartsWith("The request signature we calculated", (await SendAsync(server, wrong, First)).Message, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, request, First)).Status);
    }

    [Fact]
    public async Task Of_many_who_send_it_at_once_one_is_heard()
    {
        await using var server = await StartAsync(on: true);
        var request = Change(server, "ana");

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(server, request, First)));

        Assert.Single(replies, static reply => reply.Status == HttpStatusCode.OK);
        Assert.Equal(7, replies.Count(static reply => reply.Code == "SignatureDoesNotMatch"));
    }

    [Fact]
    public async Task Another_signature_of_the_same_text_is_no_new_one()
    {
        // By ECDSA each signature of a text is another, and who has one can make a second without the key.
        await using var server = await StartAsync(on: true);
        var signer = new Signer(ServerFixture.Root, "us-east-1", "iam") { Algorithm = SignatureAlgorithm.EcdsaP256Sha256 };
        var plain = Plain(server, "Action=CreateUser&Version=2010-05-08&UserName=ana");
        var (one, other) = (signer.Sign(plain, server.Clock.GetUtcNow()).Request, signer.Sign(plain, server.Clock.GetUtcNow()).Request);
        Assert.NotEqual(one.Headers.Single(static header => header.Key == "Authorization").Value, other.Headers.Single(static header => header.Key == "Authorization").Value);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, one, First)).Status);

        Assert.StartsWith("The request signature was used before.", (await SendAsync(server, other, First)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_setting_a_signature_is_good_as_often_as_it_comes()
    {
        await using var server = await StartAsync(on: false);
        var request = Change(server, "ana");

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, request, First)).Status);
        Assert.Equal("EntityAlreadyExists", (await SendAsync(server, request, First)).Code);
    }

    [Fact]
    public void When_too_many_are_remembered_none_is_taken_until_one_is_forgotten()
    {
        var (memory, now) = (new SpentIds(2), new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));
        Spending Spend(byte id, int minutes) => memory.Spend([.. Enumerable.Repeat(id, 32)], now.AddMinutes(30), now.AddMinutes(minutes));

        Assert.Equal([Spending.Done, Spending.Done, Spending.Before, Spending.Full, Spending.Full], new[] { Spend(1, 0), Spend(2, 0), Spend(1, 0), Spend(3, 0), Spend(4, 29) });
        Assert.True(memory.IsSpent([.. Enumerable.Repeat((byte)1, 32)], now.AddMinutes(29)));
        Assert.False(memory.IsSpent([.. Enumerable.Repeat((byte)1, 32)], now.AddMinutes(30)));
        Assert.Equal(2, memory.TurnedAway);
    }

    [Theory]
    [InlineData("attempt=1; max=3", 1)]
    [InlineData("ttl=20260115T120000Z; attempt=12; max=5", 12)]
    [InlineData("max=3", 0)]
    [InlineData("attempt=", 0)]
    [InlineData("attempt=-1", 0)]
    [InlineData("attempt=99999999999", 0)]
    [InlineData("attempt=1, attempt=2", 0)]
    [InlineData("", 0)]
    [InlineData(null, 0)]
    public void The_attempt_is_read_strictly(string? header, int attempt) => Assert.Equal(attempt, ReplayCache.AttemptOf(header));

    private static OutgoingRequest Change(ServerFixture server, string user) => Form(server, ServerFixture.Root, $"Action=CreateUser&Version=2010-05-08&UserName={user}");

    private static OutgoingRequest Form(ServerFixture server, SigningCredentials who, string form) => new Signer(who, "us-east-1", "iam").Sign(Plain(server, form), server.Clock.GetUtcNow()).Request;

    private static OutgoingRequest Plain(ServerFixture server, string form) => new()
    {
        Method = "POST",
        Target = "/",
        Headers = [new("Host", server.Endpoint.Authority), new("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
        Body = Encoding.UTF8.GetBytes(form),
    };

    private static Task<Reply> SendAsync(ServerFixture server, OutgoingRequest request, string? attempt) =>
        server.SendAsync(attempt is null ? request : request with { Headers = request.Headers.Add(new("amz-sdk-request", attempt)) });

    private static async Task<ServerFixture> StartAsync(bool on)
    {
        var server = new ServerFixture { Adjust = settings => settings with { ReplayCache = on } };
        await server.InitializeAsync();
        return server;
    }
}
