using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class GetApplicationAccessScopeTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void What_was_put_is_shown()
    {
        var arn = center.CreateApplication();
        center.PutScope(arn, "a:b", arn);

        Assert.Equal([arn], Call(new() { ApplicationArn = arn, Scope = "a:b" }).AuthorizedTargets!);
        Assert.Throws<ResourceNotFoundException>(() => Call(new() { ApplicationArn = arn, Scope = "a:c" }));
    }

    private GetApplicationAccessScopeResponse Call(GetApplicationAccessScopeRequest request) => center.Account.Read<GetApplicationAccessScope, GetApplicationAccessScopeRequest, GetApplicationAccessScopeResponse>(request);
}
