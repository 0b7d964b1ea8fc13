using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Tests.Policies;

public sealed class AttachPolicyTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Puts_a_policy_in_force_for_a_root_a_unit_or_an_account()
    {
        org.Enable();
        var (id, unit, dev) = (org.Policy(), org.Unit("prod"), org.Make("dev"));

        foreach (var target in new[] { org.RootId, unit, dev })
        {
            org.Attach(id, target);
            Assert.Equal(["FullAWSAccess", "deny-leave"], org.On(target).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void What_it_denies_is_denied_to_the_root_of_a_member_and_not_to_the_management_account_PE_36_PE_38()
    {
        var member = org.Make("dev");
        org.Enable();
        Assert.True(org.May(org.CallOf(member), "organizations:LeaveOrganization"));

        org.Attach(org.Policy(), org.RootId);

        Assert.False(org.May(org.CallOf(member), "organizations:LeaveOrganization"));
        Assert.True(org.May(org.CallOf(member), "iam:CreateUser"));
        Assert.True(org.May(org.Account.Call, "organizations:LeaveOrganization"));
    }

    [Fact]
    public void Refuses_while_its_type_is_off()
    {
        var refusal = Assert.Throws<PolicyTypeNotEnabledException>(() => org.Attach(org.Policy(), org.RootId));

        Assert.Equal("This operation can be performed only for enabled policy types.", refusal.Message);
    }

    [Fact]
    public void Refuses_what_is_not_there()
    {
        org.Enable();
        var id = org.Policy();

        Assert.Throws<PolicyNotFoundException>(() => org.Attach("p-12345678", org.RootId));
        Assert.Equal("You specified a target that doesn't exist.", Assert.Throws<TargetNotFoundException>(() => org.Attach(id, "r-none")).Message);
        Assert.Throws<TargetNotFoundException>(() => org.Attach(id, "999988887777"));
    }

    [Fact]
    public void Refuses_a_second_time()
    {
        org.Enable();
        var id = org.Policy();
        org.Attach(id, org.RootId);

        Assert.Throws<DuplicatePolicyAttachmentException>(() => org.Attach(id, org.RootId));
    }

    [Fact]
    public void Refuses_more_than_ten_to_one_target_PL_16()
    {
        org.Enable();
        for (var number = 1; number < 10; number++)
        {
            org.Attach(org.Policy($"p{number}"), org.RootId);
        }

        var refusal = Assert.Throws<ConstraintViolationException>(() => org.Attach(org.Policy("p10"), org.RootId));

        Assert.Equal(
            ("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", "You have attached the maximum number of policies to the specified target."),
            (refusal.Reason, refusal.Message));
    }

    [Fact]
    public void Is_checked_on_the_policy_and_on_the_target_PE_7()
    {
        var id = org.Policy();

        var needs = org.Needs<AttachPolicy, AttachPolicyRequest>("AttachPolicy", new() { PolicyId = id, TargetId = OrganizationFixture.Management });

        Assert.Equal(
            [org.ArnOf("policy", $"service_control_policy/{id}"), org.ArnOf("account", OrganizationFixture.Management)],
            needs.Checks.Select(check => check.Resource.Text));
        Assert.All(needs.Checks, check => Assert.Equal("organizations:AttachPolicy", check.Action));
    }
}
