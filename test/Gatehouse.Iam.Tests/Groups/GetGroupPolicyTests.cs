using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class GetGroupPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_the_document_as_it_was_sent_percent_encoded()
    {
        // PL-51
        account.Put(account.AddGroup("Admins") with { InlinePolicies = [new("Read", "{ \"Id\": \"caf\u00e9*~'\" }")] });

        var answer = Call(new() { GroupName = "admins", PolicyName = "read" });

        Assert.Equal(("Admins", "Read"), (answer.GroupName, answer.PolicyName));
        Assert.Equal("%7B%20%22Id%22%3A%20%22caf%C3%A9%2A~%27%22%20%7D", answer.PolicyDocument);
    }

    [Fact]
    public void Knows_no_policy_that_is_not_there()
    {
        account.AddGroup("Admins");

        account.RefusesMissing("The group policy with name read cannot be found.", () => Call(new() { GroupName = "Admins", PolicyName = "read" }));
    }

    [Fact]
    public void Knows_no_group_that_is_not_there() =>
        account.RefusesMissing("The group with name Nobody cannot be found.", () => Call(new() { GroupName = "Nobody", PolicyName = "read" }));

    [Fact]
    public void Is_checked_on_the_group_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddGroup("Admins", "/staff/");

        var needs = account.Needs<GetGroupPolicy, GetGroupPolicyRequest>("iam:GetGroupPolicy", new() { GroupName = "admins", PolicyName = "read" });

        Assert.Equal(["iam:GetGroupPolicy arn:aws:iam::111122223333:group/staff/Admins"], needs.Lines());
        Assert.Equal("group Admins", needs.Printed);
    }

    private GetGroupPolicyResponse Call(GetGroupPolicyRequest request) =>
        account.Read<GetGroupPolicy, GetGroupPolicyRequest, GetGroupPolicyResponse>(request);
}
