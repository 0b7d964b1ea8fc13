using System.Net;

namespace Gatehouse.Server.Tests.Requests;

/// <summary>A base path is taken away for routes and stays for signatures [AU-3].</summary>
public sealed class BasePathTests(BasePathTests.Fixture fixture) : IClassFixture<BasePathTests.Fixture>
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Ask = "Action=GetCallerIdentity&Version=2011-06-15";

    [Theory]
    [InlineData("/gatehouse/")]
    [InlineData("/gatehouse")]
    [InlineData("/")]
    public async Task The_api_answers_below_it_and_at_the_host_itself(string target)
    {
        var query = await fixture.Server.SendAsync(fixture.Server.Sign(ServerFixture.Root, "sts", "POST", target, Ask, ("Content-Type", Form)));
        Assert.True(query.Status == HttpStatusCode.OK, query.Body);

        var rest = await fixture.Server.SendAsync(fixture.Server.Sign(ServerFixture.Root, "rolesanywhere", "GET", target.TrimEnd('/') + "/trustanchors", ""));
        Assert.True(rest.Status == HttpStatusCode.OK, rest.Body);
    }

    [Theory]
    [InlineData("/gatehouseother/trustanchors")]
    [InlineData("/other/trustanchors")]
    public async Task No_other_path_is_taken_for_it(string target)
    {
        var reply = await fixture.Server.SendAsync(fixture.Server.Sign(ServerFixture.Root, "rolesanywhere", "GET", target, ""));

        Assert.Equal("UnknownOperationException", reply.Code);
    }

    [Fact]
    public async Task What_was_signed_below_it_is_good_nowhere_else()
    {
        var signed = fixture.Server.Sign(ServerFixture.Root, "sts", "POST", "/gatehouse/", Ask, ("Content-Type", Form));

        Assert.Equal("SignatureDoesNotMatch", (await fixture.Server.SendAsync(signed.Request with { Target = "/" })).Code);
    }

    /// <summary>A server below a path.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        internal ServerFixture Server { get; } = new() { Adjust = settings => settings with { BasePath = "/gatehouse" } };

        public ValueTask InitializeAsync() => Server.InitializeAsync();

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
