using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class DeleteApplicationAccessScopeTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void One_goes_and_the_others_stay()
    {
        var arn = center.CreateApplication();
        center.PutScope(arn, "a:b");
        center.PutScope(arn, "a:c");

        Call(new() { ApplicationArn = arn, Scope = "a:b" });

        Assert.Equal("a:c", Assert.Single(center.Account.Account.IdentityApplications[0].Scopes).Scope);
        Assert.Throws<ResourceNotFoundException>(() => Call(new() { ApplicationArn = arn, Scope = "a:b" }));
    }

    private DeleteApplicationAccessScopeResponse Call(DeleteApplicationAccessScopeRequest request) => center.Account.Write<DeleteApplicationAccessScope, DeleteApplicationAccessScopeRequest, DeleteApplicationAccessScopeResponse>(request);
}
