using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class DescribePermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Shows_a_set()
    {
        var shown = Describe(SetFixture.SetArn);

        Assert.Equal(("Readers", SetFixture.SetArn, "PT1H", null), (shown.Name, shown.PermissionSetArn, shown.SessionDuration, shown.Description));
    }

    [Theory]
    [InlineData("arn:aws:sso:::permissionSet/ssoins-0123456789abcdef/ps-0000000000000000")]
    [InlineData("arn:aws:sso:::permissionSet/ssoins-ffffffffffffffff/ps-fedcba9876543210")]
    [InlineData("arn:aws-cn:sso:::permissionSet/ssoins-0123456789abcdef/ps-fedcba9876543210")]
    public void Refuses_what_is_not_there(string arn)
    {
        Assert.Throws<ResourceNotFoundException>(() => Describe(arn));
    }

    [Fact]
    public void Each_of_the_two_resources_has_tags_of_its_own()
    {
        center.Account.Change(draft =>
        {
            draft.Put(center.Instance with { Tags = [new Tag("part", "instance")] });
            draft.Put(center.Set with { Tags = [new Tag("part", "set")] });
        });
        DescribePermissionSetRequest request = new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn };
        bool May(string instance, string set) => center.May<DescribePermissionSet, DescribePermissionSetRequest>("sso:DescribePermissionSet", request, """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"sso:*","Resource":"arn:aws:sso:::instance/*","Condition":{"StringEquals":{"aws:ResourceTag/part":"INSTANCE"}}},
              {"Effect":"Allow","Action":"sso:*","Resource":"arn:aws:sso:::permissionSet/*","Condition":{"StringEquals":{"aws:ResourceTag/part":"SET","sso:PrimaryRegion":"us-east-1"}}}]}
            """.Replace("INSTANCE", instance, StringComparison.Ordinal).Replace("SET", set, StringComparison.Ordinal));

        Assert.True(May("instance", "set"));
        Assert.False(May("set", "set"));
        Assert.False(May("instance", "instance"));
    }

    private Contracts.SsoAdmin.Shapes.PermissionSet Describe(string arn) =>
        center.Read<DescribePermissionSet, DescribePermissionSetRequest, DescribePermissionSetResponse>(new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = arn }).PermissionSet!;
}
