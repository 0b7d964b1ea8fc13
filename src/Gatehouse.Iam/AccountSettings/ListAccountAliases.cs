using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.AccountSettings;

/// <summary>Lists the account's aliases: the one it has, or none.</summary>
internal sealed class ListAccountAliases : IRead<ListAccountAliasesRequest, ListAccountAliasesResponse>
{
    public static Arn Target(ListAccountAliasesRequest request, Call call) => Arn.Any;

    public static ListAccountAliasesResponse Handle(ListAccountAliasesRequest request, Call call)
    {
        string[] aliases = call.Account.Profile.Alias is { } alias ? [alias] : [];
        var page = Paging.Of(aliases, name => name, request.Marker, request.MaxItems);
        return new()
        {
            AccountAliases = page.Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
