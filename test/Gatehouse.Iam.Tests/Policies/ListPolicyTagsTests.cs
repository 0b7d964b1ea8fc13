using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class ListPolicyTagsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_tags_in_the_order_of_their_keys_in_pages()
    {
        var arn = account.AddPolicy("Read");
        account.Put(account.Account.Policies[0] with { Tags = [new("b", "3"), new("a", "1"), new("A", "2")] });

        var first = Call(new() { PolicyArn = arn, MaxItems = 2 });
        var second = Call(new() { PolicyArn = arn, Marker = first.Marker });

        Assert.Equal(["A", "a", "b"], first.Tags!.Concat(second.Tags!).Select(tag => tag.Key));
        Assert.Equal((true, false), (first.IsTruncated, second.IsTruncated));
    }

    [Fact]
    public void Lists_none_of_those_of_AWS() => Assert.Empty(Call(new() { PolicyArn = Givens.ReadOnly }).Tags!);

    [Fact]
    public void Knows_no_policy_that_is_not_there() => account.RefusesMissing(
        "Policy arn:aws:iam::111122223333:policy/none was not found.", () => Call(new() { PolicyArn = "arn:aws:iam::111122223333:policy/none" }));

    private ListPolicyTagsResponse Call(ListPolicyTagsRequest request) => account.Read<ListPolicyTags, ListPolicyTagsRequest, ListPolicyTagsResponse>(request);
}
