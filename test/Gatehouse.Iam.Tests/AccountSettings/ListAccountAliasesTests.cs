using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccountSettings;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.AccountSettings;

public sealed class ListAccountAliasesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_the_alias_if_there_is_one()
    {
        Assert.Empty(Call(new()).AccountAliases);
        account.Change(draft => draft.Put(draft.Account.Profile with { Alias = "acme" }));

        var answer = Call(new());

        Assert.Equal(["acme"], answer.AccountAliases);
        Assert.Equal((false, null), (answer.IsTruncated, answer.Marker));
    }

    [Fact]
    public void Is_checked_on_no_resource_in_particular()
    {
        var needs = account.Needs<ListAccountAliases, ListAccountAliasesRequest>("iam:ListAccountAliases", new() {  });

        // PE-9
        Assert.Equal(["iam:ListAccountAliases *"], needs.Lines());
    }

    private ListAccountAliasesResponse Call(ListAccountAliasesRequest request) =>
        account.Read<ListAccountAliases, ListAccountAliasesRequest, ListAccountAliasesResponse>(request);
}
