using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Holders;

public sealed class AttachedPoliciesTests
{
    private readonly AccountFixture account = new();

    private const string ServicePolicy = "arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy";

    [Theory]
    [InlineData("longpolicynamebutnoarn")]
    [InlineData("arn:aws:iam::policy")]
    [InlineData("arn:aws:iam::111122223333:user/Alice")]
    public void Refuses_what_is_no_ARN(string arn)
    {
        var user = account.AddUser("Alice");

        account.RefusesValue($"ARN {arn} is not valid.", () => AttachedPolicies.Attach(Draft(), user, arn));
        account.RefusesValue($"ARN {arn} is not valid.", () => AttachedPolicies.Detach(user, arn));
    }

    [Theory]
    [InlineData("arn:aws:iam::444455556666:policy/own")]
    [InlineData("arn:aws:iam::111122223333:policy/OWN")]
    [InlineData("arn:aws:iam::111122223333:policy/team/own")]
    [InlineData("arn:aws:iam::aws:policy/NoSuchPolicy")]
    public void Refuses_an_ARN_that_no_policy_has_to_the_letter(string arn)
    {
        var user = account.AddUser("Alice");
        account.AddPolicy("own");

        account.RefusesMissing($"Policy {arn} does not exist or is not attachable.", () => AttachedPolicies.Attach(Draft(), user, arn));
    }

    [Fact]
    public void Policies_for_roles_of_services_go_nowhere_else()
    {
        var role = new Role { Id = "AROA1", Name = "Runner", Path = "/", Created = default, TrustPolicy = "{}" };

        account.Refuses<PolicyNotAttachableException>(
            400,
            "PolicyNotAttachable",
            "Cannot attach a Service Role Policy to a Customer Role.",
            () => AttachedPolicies.Attach(Draft(), role, ServicePolicy));
        Assert.Equal([ServicePolicy], AttachedPolicies.Attach(Draft(), role with { Path = "/aws-service-role/ecs.amazonaws.com/" }, ServicePolicy));
    }

    [Fact]
    public void A_policy_of_the_account_may_have_the_name_of_one_of_AWSs()
    {
        var own = account.AddPolicy("ReadOnlyAccess");
        var user = account.AddUser("Alice") with { AttachedPolicies = [own, Givens.ReadOnly] };

        var first = AttachedPolicies.List(user, null, null, 1);
        var second = AttachedPolicies.List(user, null, first.Marker, 1);

        Assert.Equal([Givens.ReadOnly, own], first.Items.Concat(second.Items).Select(policy => policy.PolicyArn));
        Assert.Null(second.Marker);
    }

    private Draft Draft() => new(account.Call, account.Account);
}
