using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class ListApplicationAccessScopesTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void They_come_ten_a_page()
    {
        var arn = center.CreateApplication();
        for (var i = 10; i < 22; i++)
        {
            center.PutScope(arn, $"a:scope{i}");
        }

        var first = Call(new() { ApplicationArn = arn });
        var second = Call(new() { ApplicationArn = arn, NextToken = first.NextToken });

        Assert.Equal(10, first.Scopes.Count);
        Assert.Equal(["a:scope20", "a:scope21"], second.Scopes.Select(scope => scope.Scope));
    }

    private ListApplicationAccessScopesResponse Call(ListApplicationAccessScopesRequest request) => center.Account.Read<ListApplicationAccessScopes, ListApplicationAccessScopesRequest, ListApplicationAccessScopesResponse>(request);
}
