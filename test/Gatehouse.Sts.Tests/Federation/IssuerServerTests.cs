using System.Net;
using Gatehouse.Accounts.Federation;
using Gatehouse.Federation.OpenId;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>A real server with a certificate of a private authority: what stands for trust [AU-402], and names that change what they mean [AU-409].</summary>
public sealed class IssuerServerTests
{
    private const string Host = "login.example.test";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly FederationRules Loopback = new() { AllowedNetworks = [IPNetwork.Parse("127.0.0.1/32")] };

    [Fact]
    public async Task The_thumbprint_is_that_of_the_last_certificate_that_the_server_sends()
    {
        using var server = new TlsServer(Host);

        var found = await Fetch(Loopback, Always(IPAddress.Loopback)).FindThumbprintAsync(server.Url(), Cancel);

        Assert.Equal(server.Thumbprint, found);
    }

    [Fact]
    public async Task What_was_found_lets_keys_be_fetched_and_nothing_else_does()
    {
        using var server = new TlsServer(Host, body: "{\"keys\":[]}");
        var fetch = Fetch(Loopback, Always(IPAddress.Loopback));

        var got = await fetch.GetAsync(server.Url(), new(server.Url() + "/keys"), [server.Thumbprint], Cancel);
        Assert.Equal("{\"keys\":[]}", System.Text.Encoding.UTF8.GetString(got.Body.Span));

        foreach (var thumbprints in (string[][])[[], [new('0', 40)]])
        {
            var refusal = await Assert.ThrowsAsync<ProofException>(async () => await fetch.GetAsync(server.Url(), new(server.Url() + "/keys"), thumbprints, Cancel));
            Assert.Equal((ProofFault.Invalid, "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint"), (refusal.Fault, refusal.Message));
        }
    }

    [Fact]
    public async Task A_root_of_the_operators_vouches_as_the_systems_do()
    {
        // [AU-402]
        using var server = new TlsServer(Host, body: "{\"keys\":[]}");
        using var other = new TlsServer(Host);
        var trusting = Fetch(Loopback with { ExtraRoots = [other.Root, server.Root] }, Always(IPAddress.Loopback));

        foreach (var thumbprints in (string[][])[[], [new('0', 40)]])
        {
            var got = await trusting.GetAsync(server.Url(), new(server.Url() + "/keys"), thumbprints, Cancel);
            Assert.Equal("{\"keys\":[]}", System.Text.Encoding.UTF8.GetString(got.Body.Span));
        }

        // Another's root does not, and is no hindrance to a thumbprint.
        var strange = Fetch(Loopback with { ExtraRoots = [other.Root] }, Always(IPAddress.Loopback));
        var refusal = await Assert.ThrowsAsync<ProofException>(async () => await strange.GetAsync(server.Url(), new(server.Url() + "/keys"), [], Cancel));
        Assert.Equal((ProofFault.Invalid, "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint"), (refusal.Fault, refusal.Message));
        await strange.GetAsync(server.Url(), new(server.Url() + "/keys"), [server.Thumbprint], Cancel);
    }

    [Fact]
    public async Task A_root_of_the_operators_does_not_stand_in_for_the_hosts_name_or_for_the_purpose_of_a_certificate()
    {
        // [AU-402]
        using var server = new TlsServer("elsewhere.example.test");
        using var client = new TlsServer(Host, purpose: "1.3.6.1.5.5.7.3.2");

        await Assert.ThrowsAsync<ProofException>(async () => await Fetch(Loopback with { ExtraRoots = [server.Root] }, Always(IPAddress.Loopback))
            .GetAsync(server.Url(), new(server.Url() + "/keys"), [server.Thumbprint], Cancel));
        await Assert.ThrowsAsync<ProofException>(async () => await Fetch(Loopback with { ExtraRoots = [client.Root] }, Always(IPAddress.Loopback))
            .GetAsync(client.Url(), new(client.Url() + "/keys"), [client.Thumbprint], Cancel));
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_certificate_who_may_not_be_asked_for_keys()
    {
        using var server = new TlsServer(Host);

        Assert.Null(await Fetch(FederationRules.None, Always(IPAddress.Loopback)).FindThumbprintAsync(server.Url(), Cancel));
        Assert.Null(await Fetch(Loopback, Always(IPAddress.Loopback)).FindThumbprintAsync("https://login.example.test:1", Cancel));
        Assert.Null(await Fetch(Loopback, Always()).FindThumbprintAsync(server.Url(), Cancel));

        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task A_name_that_means_another_address_a_moment_later_is_asked_once_and_what_was_checked_is_reached()
    {
        using var allowed = new TlsServer(Host);
        using var hidden = new TlsServer(Host, IPAddress.Parse("127.0.0.2"), allowed.Port);
        var asked = 0;

        // The first answer is one that we may ask; any further one leads to what hides behind it.
        var fetch = Fetch(Loopback, (_, _) => Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Loopback : IPAddress.Parse("127.0.0.2")]));
        await fetch.GetAsync(allowed.Url(), new(allowed.Url() + "/keys"), [allowed.Thumbprint], Cancel);
        Assert.Equal((1, 1, 0), (asked, allowed.Connections, hidden.Connections));

        await Assert.ThrowsAsync<ProofException>(async () => await fetch.GetAsync(allowed.Url(), new(allowed.Url() + "/keys"), [allowed.Thumbprint, hidden.Thumbprint], Cancel));
        Assert.Equal((2, 1, 0), (asked, allowed.Connections, hidden.Connections));
    }

    [Fact]
    public async Task One_address_among_several_that_may_not_be_asked_is_enough()
    {
        using var server = new TlsServer(Host);

        await Assert.ThrowsAsync<ProofException>(async () =>
            await Fetch(Loopback, Always(IPAddress.Loopback, IPAddress.Parse("169.254.169.254"))).GetAsync(server.Url(), new(server.Url() + "/keys"), [server.Thumbprint], Cancel));

        Assert.Equal(0, server.Connections);
    }

    private static GuardedFetch Fetch(FederationRules rules, Func<string, CancellationToken, Task<IPAddress[]>> resolve) => new(rules, resolve);

    private static Func<string, CancellationToken, Task<IPAddress[]>> Always(params IPAddress[] addresses) => (_, _) => Task.FromResult(addresses);
}
