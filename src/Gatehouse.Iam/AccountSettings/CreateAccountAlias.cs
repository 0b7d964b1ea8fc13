using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.AccountSettings;

/// <summary>Gives the account an alias, in place of the one it has. Waits for the store of names, which all accounts share.</summary>
internal sealed class CreateAccountAlias : IReach<CreateAccountAliasRequest, CreateAccountAliasResponse>
{
    public static bool Changes => true;

    public static Arn Target(CreateAccountAliasRequest request, Call call) => Arn.Any;

    public static async ValueTask<CreateAccountAliasResponse> HandleAsync(CreateAccountAliasRequest request, Reach reach, CancellationToken cancel)
    {
        var alias = request.AccountAlias;
        if (!await Aliases.ClaimAsync(reach, alias, cancel))
        {
            throw Taken(alias);
        }

        var left = await reach.CommitAsync(
            draft =>
            {
                var profile = draft.Account.Profile;

                // AWS: its own alias is taken too, but any other replaces it.
                if (string.Equals(profile.Alias, alias, StringComparison.Ordinal))
                {
                    throw Taken(alias);
                }

                draft.Put(profile with { Alias = alias });
                return profile.Alias;
            },
            cancel);
        if (left is not null)
        {
            await Aliases.ReleaseAsync(reach, left, cancel);
        }

        // A call that left this alias a moment ago may have given it back only after we claimed it.
        await Aliases.ClaimAsync(reach, alias, cancel);
        return new();
    }

    private static EntityAlreadyExistsException Taken(string alias) => new($"The account alias {alias} already exists.");
}
