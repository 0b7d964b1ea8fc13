using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class UntagPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_off_the_keys_it_is_given_as_they_are_spelled()
    {
        var arn = account.AddPolicy("Read");
        account.Put(account.Account.Policies[0] with { Tags = [new("a", "1"), new("A", "2"), new("b", "3")] });

        Call(new() { PolicyArn = arn, TagKeys = ["a", "B", "none"] });

        Assert.Equal(["A", "b"], account.Reload().Policies[0].Tags.Select(tag => tag.Key));
    }

    [Fact]
    public void Knows_no_policy_that_is_not_there() => account.RefusesMissing(
        "Policy arn:aws:iam::111122223333:policy/none was not found.", () => Call(new() { PolicyArn = "arn:aws:iam::111122223333:policy/none", TagKeys = [] }));

    [Fact]
    public void Is_checked_with_the_keys_it_takes_off()
    {
        var needs = account.Needs<UntagPolicy, UntagPolicyRequest>("iam:UntagPolicy", new() { PolicyArn = account.AddPolicy("Read"), TagKeys = ["a", "b"] });

        Assert.Equal("a b", needs.Value("aws:TagKeys"));
        Assert.Equal("policy arn:aws:iam::111122223333:policy/Read", needs.Printed);
    }

    private UntagPolicyResponse Call(UntagPolicyRequest request) => account.Write<UntagPolicy, UntagPolicyRequest, UntagPolicyResponse>(request);
}
