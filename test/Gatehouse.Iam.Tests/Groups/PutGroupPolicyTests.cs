using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class PutGroupPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Writes_a_policy_and_writes_over_it()
    {
        account.AddGroup("Admins");

        Call(new() { GroupName = "ADMINS", PolicyName = "read", PolicyDocument = Givens.Document });
        Call(new() { GroupName = "Admins", PolicyName = "read", PolicyDocument = Givens.Document + " " });

        var policy = Assert.Single(account.Account.Groups.Find("Admins")!.InlinePolicies);
        Assert.Equal(("read", Givens.Document + " "), (policy.Name, policy.Document));
    }

    [Fact]
    public void Refuses_a_document_that_may_not_be_saved()
    {
        account.AddGroup("Admins");

        account.RefusesDocument("Syntax errors in policy.", () => Call(new() { GroupName = "Admins", PolicyName = "read", PolicyDocument = "{" }));
    }

    [Fact]
    public void Refuses_more_than_a_group_may_hold()
    {
        account.AddGroup("Admins");

        // PL-16
        account.RefusesMore(
            "Maximum policy size of 5120 bytes exceeded for group Admins",
            () => Call(new() { GroupName = "admins", PolicyName = "read", PolicyDocument = Givens.Document.Replace("*", "arn:aws:s3:::" + new string('b', 5120), StringComparison.Ordinal) }));
    }

    [Fact]
    public void Knows_no_group_that_is_not_there() =>
        account.RefusesMissing(
            "The group with name Nobody cannot be found.",
            () => Call(new() { GroupName = "Nobody", PolicyName = "read", PolicyDocument = Givens.Document }));

    [Fact]
    public void Is_checked_on_the_group_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddGroup("Admins", "/staff/");

        var needs = account.Needs<PutGroupPolicy, PutGroupPolicyRequest>(
            "iam:PutGroupPolicy", new() { GroupName = "admins", PolicyName = "read", PolicyDocument = Givens.Document });

        Assert.Equal(["iam:PutGroupPolicy arn:aws:iam::111122223333:group/staff/Admins"], needs.Lines());
        Assert.Equal("group Admins", needs.Printed);
    }

    private PutGroupPolicyResponse Call(PutGroupPolicyRequest request) =>
        account.Write<PutGroupPolicy, PutGroupPolicyRequest, PutGroupPolicyResponse>(request);
}
