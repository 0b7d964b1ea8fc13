using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class TagPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Sets_values_and_adds_keys_telling_them_apart_by_case()
    {
        // PL-117
        var arn = account.AddPolicy("Read");
        Call(new() { PolicyArn = arn, Tags = [new() { Key = "a", Value = "1" }, new() { Key = "b", Value = "2" }] });
        Call(new() { PolicyArn = arn, Tags = [new() { Key = "a", Value = "" }, new() { Key = "A", Value = "3" }] });

        Assert.Equal(["A=3", "a=", "b=2"], account.Reload().Policies[0].Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));
    }

    [Fact]
    public void Refuses_a_fifty_first_tag()
    {
        var arn = account.AddPolicy("Read");
        Call(new() { PolicyArn = arn, Tags = Enumerable.Range(0, 50).Select(number => new Contracts.Iam.Shapes.Tag { Key = $"k{number}", Value = "" }).ToList() });

        account.RefusesMore("The number of tags has reached the maximum limit of 50.", () => Call(new() { PolicyArn = arn, Tags = [new() { Key = "K1", Value = "" }] }));
    }

    [Fact]
    public void Refuses_those_of_AWS()
    {
        // PE-16
        account.Refuses<Wire.CommonException>(403, "AccessDenied", "Policy is outside your own account.", () => Call(new() { PolicyArn = Givens.ReadOnly, Tags = [] }));
    }

    [Fact]
    public void Knows_no_policy_that_is_not_there() => account.RefusesMissing(
        "Policy arn:aws:iam::111122223333:policy/none was not found.", () => Call(new() { PolicyArn = "arn:aws:iam::111122223333:policy/none", Tags = [] }));

    [Fact]
    public void Is_checked_with_the_tags_it_brings()
    {
        var needs = account.Needs<TagPolicy, TagPolicyRequest>(
            "iam:TagPolicy", new() { PolicyArn = account.AddPolicy("Read"), Tags = [new() { Key = "team", Value = "blue" }] });

        Assert.Equal(["iam:TagPolicy arn:aws:iam::111122223333:policy/Read"], needs.Lines());
        Assert.Equal(("blue", "team"), (needs.Value("aws:RequestTag/team"), needs.Value("aws:TagKeys")));
    }

    private TagPolicyResponse Call(TagPolicyRequest request) => account.Write<TagPolicy, TagPolicyRequest, TagPolicyResponse>(request);
}
