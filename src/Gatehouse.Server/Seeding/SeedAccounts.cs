using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Organizations.Members;
using Gatehouse.Wire;

namespace Gatehouse.Server.Seeding;

/// <summary>Makes the accounts of a seed: the first is there already, further ones stand alone or join the organization of the first.</summary>
internal sealed class SeedAccounts(Seeder seeder)
{
    private const string Emails = "email";

    private static readonly string[] Known =
    [
        "id", "name", "email", "alias", "inOrganization", "passwordPolicy", "requireMfa", "rootAccessKeys", "policies", "groups", "users", "roles",
        "serviceLinkedRoles", "instanceProfiles", "samlProviders", "oidcProviders", "identityCenter",
    ];

    private Seed Seed => seeder.Seed;

    private Installation Installation => seeder.Actor.Installation;

    /// <summary>Sees that an account exists.</summary>
    /// <returns>The account; null when it cannot be made.</returns>
    internal async Task<SeedAccount?> EnsureAsync(SeedNode node, string firstAccount, bool first, CancellationToken cancel)
    {
        var fields = new SeedFields(Seed, node, Known);
        var (name, email, organized) = (fields.Text("name"), fields.Text("email"), fields.Flag("inOrganization") == "true");
        var id = first ? fields.Text("id") ?? firstAccount : fields.Needed("id");
        if (id is null || !IsValid(fields, id, name, email))
        {
            return null;
        }

        if (first && id != firstAccount)
        {
            Seed.Problems.Add(fields.At("id"), $"the first account of this store is {firstAccount}: name it first, or use another data folder");
            return null;
        }

        var found = (await Installation.Accounts.FindAsync(id, cancel))?.Current;
        if (found is null && (name is null || email is null))
        {
            Seed.Problems.Add(node, "a new account needs 'name' and 'email'");
            return null;
        }

        var done = found is not null ? Agrees(fields, found, name, email, organized && !first)
            : organized ? await JoinAsync(fields, firstAccount, id, name!, email!, cancel)
            : await StandAloneAsync(fields, id, name!, email!, cancel);
        if (done && first && organized && Installation.Accounts.Loaded(id)!.Current.Profile.Membership is null)
        {
            done = await OrganizeAsync(fields.At("inOrganization"), id, cancel);
        }

        return done ? new SeedAccount(seeder, fields, id) : null;
    }

    // What CreateAccount asks of a name and an address is what its model asks.
    private bool IsValid(SeedFields fields, string id, string? name, string? email)
    {
        if (id.Length != 12 || !id.All(char.IsAsciiDigit))
        {
            Seed.Problems.Add(fields.At("id"), $"'{id}' is not an account id: twelve digits");
            return false;
        }

        if (name is { Length: 0 or > 50 })
        {
            Seed.Problems.Add(fields.At("name"), "must have 1 to 50 characters");
            return false;
        }

        if (email is not null && (email.Length is < 6 or > 64 || email.Count(letter => letter == '@') != 1 || email.Any(char.IsWhiteSpace)))
        {
            Seed.Problems.Add(fields.At("email"), "is not an e-mail address of 6 to 64 characters");
            return false;
        }

        return true;
    }

    private bool Agrees(SeedFields fields, Account account, string? name, string? email, bool joins)
    {
        var profile = account.Profile;
        if (name is not null && name != profile.Name)
        {
            Seed.Problems.Add(fields.At("name"), $"the account {account.Id} is there and has the name {profile.Name}; a seed does not change names");
        }

        if (email is not null && !email.Equals(profile.Email, StringComparison.OrdinalIgnoreCase))
        {
            Seed.Problems.Add(fields.At("email"), $"the account {account.Id} is there and has the address {profile.Email}; a seed does not change addresses");
        }

        if (joins && profile.Membership is null)
        {
            Seed.Problems.Add(fields.At("inOrganization"), $"the account {account.Id} is there and stands alone; a seed moves no account into an organization");
        }

        return true;
    }

    private async Task<bool> StandAloneAsync(SeedFields fields, string id, string name, string email, CancellationToken cancel)
    {
        if (!await Installation.Names.ClaimAsync(Emails, email.ToLowerInvariant(), id, cancel))
        {
            Seed.Problems.Add(fields.At("email"), "another account has this address");
            return false;
        }

        return await Installation.Accounts.CreateAsync(
                id,
                await seeder.Actor.CallAsync(Account.None(id), cancel),
                draft => draft.Put(new AccountProfile { Id = id, Name = name, Email = email, Created = draft.Now }),
                cancel)
            && await Installation.Accounts.FindAsync(id, cancel) is not null;
    }

    private async Task<bool> OrganizeAsync(SeedNode at, string first, CancellationToken cancel)
    {
        try
        {
            await seeder.Actor.OrganizationsAsync(first, "CreateOrganization", """{"FeatureSet":"ALL"}""", cancel);
            return true;
        }
        catch (ApiException refusal)
        {
            Seed.Problems.Add(at, refusal.Message);
            return false;
        }
    }

    private async Task<bool> JoinAsync(SeedFields fields, string first, string id, string name, string email, CancellationToken cancel)
    {
        var management = (await Installation.Accounts.FindAsync(first, cancel))!.Current;
        if (management.Organization is null)
        {
            Seed.Problems.Add(fields.At("inOrganization"), "the first account has no organization: give it 'inOrganization: true' too");
            return false;
        }

        if (await new AccountCreator(Installation).MakeAsync(await seeder.Actor.CallAsync(management, cancel), id, name, email, cancel) is { } failure)
        {
            Seed.Problems.Add(fields.Node, $"the account cannot be made: {failure}");
            return false;
        }

        return await Installation.Accounts.FindAsync(id, cancel) is not null;
    }
}
