using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.IdentityCenter.Provisioning;

/// <summary>The roles that permission sets become in accounts: puts them there and takes them away, each as often as one likes.</summary>
/// <remarks>IAM lets nobody in an account change such a role: it stands under a path that is AWS's own [PE-16].</remarks>
/// <param name="installation">Where the accounts are.</param>
/// <param name="callFor">A call that nobody sent, for an account.</param>
internal sealed class AccountRoles(Installation installation, Func<string, Call> callFor)
{
    // AWS: a permission set says how long its own sessions last, not the role.
    private const int MostSeconds = 43_200;
    private const string InlineName = "AwsSSOInlinePolicy";
    private const string Service = "sso.amazonaws.com";

    /// <summary>Sees that the role of a permission set is in an account as the set is now.</summary>
    /// <remarks>An instance gives roles in its own account, and in those of the organization that this one governs.</remarks>
    /// <param name="owner">The account of the instance.</param>
    /// <param name="set">The permission set.</param>
    /// <param name="account">The account that is to have the role.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Why it cannot be, in words; null when it is.</returns>
    internal async ValueTask<string?> PutAsync(Account owner, PermissionSet set, string account, CancellationToken cancel) =>
        account == owner.Id || (owner.Organization is not null && owner.Members.Contains(account))
            ? await PutInAsync(owner.IdentityCenter!, set, account, cancel)
            : $"Received a 404 status error: Account {account} was not found.";

    /// <summary>Sees that a role is no longer in an account. An account that is gone has none.</summary>
    internal async ValueTask RemoveAsync(string account, string role, CancellationToken cancel)
    {
        if (await installation.Accounts.FindAsync(account, cancel) is not { } slot || Find(slot.Current, role) is null)
        {
            return;
        }

        await installation.Accounts.ChangeAsync(
            slot,
            callFor(account),
            draft =>
            {
                if (Find(draft.Account, role) is { } there)
                {
                    draft.Remove(there);
                }

                return true;
            },
            _ => EventOf(account, "DeleteRole", role),
            cancel);
    }

    /// <summary>The role of a permission set in an account; null when it is not there.</summary>
    internal static Role? Find(Account account, string name) =>
        account.Roles.Find(name) is { } role && role.Path.StartsWith(PermissionSet.ReservedPath, StringComparison.Ordinal) ? role : null;

    private async ValueTask<string?> PutInAsync(IdentityCenterInstance instance, PermissionSet set, string account, CancellationToken cancel)
    {
        if (await installation.Accounts.FindAsync(account, cancel) is not { } slot)
        {
            return $"Received a 404 status error: Account {account} was not found.";
        }

        if (Lack(set, slot.Current) is { } lack)
        {
            return lack;
        }

        await installation.Accounts.ChangeAsync(
            slot,
            callFor(account),
            draft =>
            {
                // The account changed since it was looked at: nothing is written, and the worker looks again.
                if (Lack(set, draft.Account) is { } lost)
                {
                    throw new InvalidOperationException(lost);
                }

                var known = Find(draft.Account, set.RoleNameIn(account)) is not null;
                draft.Put(RoleOf(instance, set, draft));
                return known;
            },
            known => EventOf(account, known ? "UpdateRole" : "CreateRole", set.RoleNameIn(account)),
            cancel);
        return null;
    }

    private static Role RoleOf(IdentityCenterInstance instance, PermissionSet set, Draft draft)
    {
        var (account, name) = (draft.Account, set.RoleNameIn(draft.Account.Id));
        var role = Find(account, name) ?? new Role { Id = draft.NewId("AROA"), Name = name, Path = instance.RolePath, Created = draft.Now, TrustPolicy = "" };
        return role with
        {
            Description = set.Description,
            MaxSessionSeconds = MostSeconds,
            TrustPolicy = $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"{{{{instance.ProviderArnIn(account.Id)}}}}"},"Action":["sts:AssumeRoleWithSAML","sts:TagSession"],"Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}}]}""",
            AttachedPolicies = [.. set.ManagedPolicies, .. set.CustomerPolicies.Select(policy => ArnOf(account, policy))],
            InlinePolicies = set.InlinePolicy is { } text ? [new InlinePolicy(InlineName, text)] : [],
            PermissionsBoundary = set.BoundaryPolicy ?? (set.BoundaryReference is { } boundary ? ArnOf(account, boundary) : null),
        };
    }

    // What stands against the role in the account: what it must have itself and does not, or a role of its own of that name.
    private string? Lack(PermissionSet set, Account account)
    {
        var name = set.RoleNameIn(account.Id);
        if (account.Roles.Contains(name) && Find(account, name) is null)
        {
            return $"Received a 409 status error: Role with name {name} already exists.";
        }

        var wanted = set.BoundaryReference is { } boundary ? set.CustomerPolicies.Add(boundary) : set.CustomerPolicies;
        if (wanted.Select(policy => ArnOf(account, policy)).FirstOrDefault(arn => installation.AwsPolicies.FindFor(account, arn) is null) is { } missing)
        {
            return $"Received a 404 status error: Not supported policy {missing}.";
        }

        var most = installation.Quotas[IamQuotas.PoliciesPerRole];
        return set.ManagedPolicies.Length + set.CustomerPolicies.Length > most
            ? $"Received a 409 status error: Cannot exceed quota for {IamQuotas.PoliciesPerRole}: {most}"
            : null;
    }

    private static string ArnOf(Account account, PolicyReference policy) => ManagedPolicy.ArnOf(account.Id, policy.Path, policy.Name).Text;

    // AWS: what the service does in an account stands in the account's own trail.
    private Row EventOf(string account, string name, string role)
    {
        var happened = new AuditEvent
        {
            EventId = installation.Ids.NewUuid(),
            Account = account,
            Identity = new() { Type = "AWSService", Account = account, InvokedBy = Service },
            Time = installation.Clock.GetUtcNow(),
            Source = "iam.amazonaws.com",
            Name = name,
            Region = "us-east-1",
            SourceAddress = Service,
            UserAgent = Service,
            RequestId = "",
            ReadOnly = false,
            EventType = "AwsServiceEvent",
            ServiceDetails = JsonObjects.Write(json => json.WriteString("roleName"u8, role)),
        };
        return Row.Note(AuditEvent.Table, happened.EventId, happened.ToJson());
    }
}
