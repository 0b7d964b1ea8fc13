using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.AccountSettings;

/// <summary>Takes the account's alias away. Waits for the store of names, which all accounts share.</summary>
internal sealed class DeleteAccountAlias : IReach<DeleteAccountAliasRequest, DeleteAccountAliasResponse>
{
    public static bool Changes => true;

    public static Arn Target(DeleteAccountAliasRequest request, Call call) => Arn.Any;

    public static async ValueTask<DeleteAccountAliasResponse> HandleAsync(DeleteAccountAliasRequest request, Reach reach, CancellationToken cancel)
    {
        await reach.CommitAsync(
            draft =>
            {
                var profile = draft.Account.Profile;
                if (!string.Equals(profile.Alias, request.AccountAlias, StringComparison.Ordinal))
                {
                    throw new NoSuchEntityException($"The account alias {request.AccountAlias} cannot be found.");
                }

                draft.Put(profile with { Alias = null });
                return true;
            },
            cancel);
        await Aliases.ReleaseAsync(reach, request.AccountAlias, cancel);
        return new();
    }
}
