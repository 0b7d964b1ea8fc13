using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests;

/// <summary>Roles and instance profiles, put there without the operations under test.</summary>
internal static class RoleGivens
{
    /// <summary>Another account of the installation.</summary>
    internal const string Other = "444455556666";

    /// <summary>A trust policy for EC2.</summary>
    internal const string Trust =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    /// <summary>The same, as answers carry it.</summary>
    internal static string Encoded => Uri.EscapeDataString(Trust);

    /// <summary>A trust policy for one AWS principal.</summary>
    internal static string Trusting(string principal) => Trust.Replace("\"Service\":\"ec2.amazonaws.com\"", $"\"AWS\":\"{principal}\"", StringComparison.Ordinal);

    /// <summary>A trust policy for an OpenID Connect issuer, under conditions.</summary>
    internal static string TrustingGitLab(string conditions) =>
        $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/gitlab.example.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{{conditions}} } }""";

    /// <summary>Adds a role.</summary>
    internal static Role AddRole(this AccountFixture account, string name, string path = "/") => account.Put(new Role
    {
        Id = account.Installation.Ids.NewId("AROA"),
        Name = name,
        Path = path,
        Created = account.Clock.GetUtcNow(),
        TrustPolicy = Trust,
    });

    /// <summary>Adds a role, or changes the one of its name.</summary>
    internal static Role Put(this AccountFixture account, Role role)
    {
        account.Change(draft => draft.Put(role));
        return role;
    }

    /// <summary>Changes a managed policy of the account.</summary>
    internal static void Put(this AccountFixture account, ManagedPolicy policy) => account.Change(draft => draft.Put(policy));

    /// <summary>Adds an instance profile with this role in it, or with none.</summary>
    internal static InstanceProfile AddProfile(this AccountFixture account, string name, Role? role = null, string path = "/")
    {
        var profile = new InstanceProfile
        {
            Id = account.Installation.Ids.NewId("AIPA"),
            Name = name,
            Path = path,
            Created = account.Clock.GetUtcNow(),
            RoleId = role?.Id,
        };
        account.Change(draft => draft.Put(profile));
        return profile;
    }

    /// <summary>Makes a user in another account of the installation, which is made too.</summary>
    internal static User AddForeignUser(this AccountFixture account, string name)
    {
        var user = new User { Id = account.Installation.Ids.NewId("AIDA"), Name = name, Path = "/", Created = account.Clock.GetUtcNow() };
        account.Found(Other);
        account.ChangeOther(draft => draft.Put(user));
        return user;
    }

    /// <summary>Changes the other account.</summary>
    internal static void ChangeOther(this AccountFixture account, Action<Draft> change)
    {
        var accounts = account.Installation.Accounts;
        var slot = accounts.FindAsync(Other, CancellationToken.None).AsTask().GetAwaiter().GetResult()!;
        var changed = accounts.ChangeAsync(
            slot,
            account.Call with { Account = slot.Current },
            draft =>
            {
                change(draft);
                return true;
            },
            null,
            CancellationToken.None);
        Assert.True(changed.AsTask().GetAwaiter().GetResult());
    }
}
