using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Tests.Applications;
using Gatehouse.IdentityCenter.TokenIssuers;

namespace Gatehouse.IdentityCenter.Tests.TokenIssuers;

public sealed class ListTrustedTokenIssuersTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void They_come_in_pages()
    {
        var all = Enumerable.Range(0, 3).Select(i => center.CreateIssuer($"https://idp{i}.example.com")).Order(StringComparer.Ordinal).ToList();

        var first = Call(new() { InstanceArn = CenterFixture.InstanceArn, MaxResults = 2 });
        var second = Call(new() { InstanceArn = CenterFixture.InstanceArn, MaxResults = 2, NextToken = first.NextToken });

        Assert.Equal(all, first.TrustedTokenIssuers!.Concat(second.TrustedTokenIssuers!).Select(one => one.TrustedTokenIssuerArn));
    }

    private ListTrustedTokenIssuersResponse Call(ListTrustedTokenIssuersRequest request) => center.Account.Read<ListTrustedTokenIssuers, ListTrustedTokenIssuersRequest, ListTrustedTokenIssuersResponse>(request);
}
