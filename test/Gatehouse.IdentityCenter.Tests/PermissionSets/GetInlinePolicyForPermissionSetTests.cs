using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class GetInlinePolicyForPermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Shows_the_text_to_the_letter_and_an_empty_one_for_none()
    {
        Assert.Equal("", Get());

        center.Account.Change(draft => draft.Put(center.Set with { InlinePolicy = " {} " }));

        Assert.Equal(" {} ", Get());
    }

    private string? Get() => center.Read<GetInlinePolicyForPermissionSet, GetInlinePolicyForPermissionSetRequest, GetInlinePolicyForPermissionSetResponse>(new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn }).InlinePolicy;
}
