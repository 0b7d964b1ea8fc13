using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Server.Seeding;

/// <summary>Writes accounts in the shape of a seed. Secrets are named, never shown: whoever seeds from it gives them.</summary>
internal sealed class SeedExport(SeedActor actor)
{
    private readonly List<string> left = [];

    /// <summary>What a seed has no words for, and was left out; one sentence each.</summary>
    internal IReadOnlyList<string> Left => left;

    /// <summary>Writes accounts, the first one first.</summary>
    internal async Task<JsonObject> WriteAsync(IReadOnlyList<string> accounts, CancellationToken cancel)
    {
        var list = new JsonArray();
        foreach (var id in accounts)
        {
            list.Add((JsonNode)await WriteAsync((await actor.Installation.Accounts.FindAsync(id, cancel))!.Current, cancel));
        }

        return new() { ["accounts"] = list };
    }

    private async Task<JsonObject> WriteAsync(Account account, CancellationToken cancel)
    {
        Leave(account);
        var profile = account.Profile;
        var roles = new JsonArray();
        foreach (var role in account.Roles.Where(role => !role.IsServiceLinked && !IsReserved(role)).OrderBy(role => role.Name, StringComparer.Ordinal))
        {
            var shown = (GetRoleResponse)await actor.IamAsync(account.Id, "GetRole", [("RoleName", role.Name)], cancel);
            roles.Add((JsonNode)Of(role, account, Uri.UnescapeDataString(shown.Role!.AssumeRolePolicyDocument!)));
        }

        return Without(new()
        {
            ["id"] = account.Id,
            ["name"] = profile.Name,
            ["email"] = profile.Email,
            ["alias"] = profile.Alias,
            ["inOrganization"] = profile.Membership is null ? null : true,
            ["passwordPolicy"] = profile.PasswordPolicy is { } policy ? Of(policy) : null,
            ["requireMfa"] = profile.SecondFactor == SecondFactorNeed.None ? null : SeedAccount.NameOf(profile.SecondFactor),
            ["rootAccessKeys"] = Keys(account, Account.RootOwner),
            ["policies"] = List(account.Policies.OrderBy(item => item.Name, StringComparer.Ordinal).Select(Of)),
            ["groups"] = List(account.Groups.OrderBy(item => item.Name, StringComparer.Ordinal).Select(group => Without(new()
            {
                ["name"] = group.Name,
                ["path"] = group.Path,
                ["policies"] = Attached(group, account),
                ["inlinePolicies"] = Inline(group),
            }))),
            ["users"] = List(account.Users.OrderBy(item => item.Name, StringComparer.Ordinal).Select(user => Of(user, account))),
            ["roles"] = roles,
            ["serviceLinkedRoles"] = List(account.Roles.Where(role => role.IsServiceLinked).OrderBy(role => role.Name, StringComparer.Ordinal).Select(Linked)),
            ["instanceProfiles"] = List(account.InstanceProfiles.OrderBy(item => item.Name, StringComparer.Ordinal).Select(machine => Without(new()
            {
                ["name"] = machine.Name,
                ["path"] = machine.Path,
                ["role"] = machine.RoleId is { } role ? account.Roles.FindById(role)?.Name : null,
                ["tags"] = Tags(machine.Tags),
            }))),
            ["samlProviders"] = List(account.SamlProviders.OrderBy(item => item.Name, StringComparer.Ordinal).Select(provider => Without(new()
            {
                ["name"] = provider.Name,
                ["metadata"] = provider.Metadata,
                ["tags"] = Tags(provider.Tags),
            }))),
            ["oidcProviders"] = List(account.OpenIdProviders.OrderBy(item => item.Url, StringComparer.Ordinal).Select(provider => Without(new()
            {
                ["url"] = provider.Url,
                ["clientIds"] = Texts(provider.ClientIds),
                ["thumbprints"] = Texts(provider.Thumbprints),
                ["keys"] = provider.PinnedKeys?.KeySet,
                ["tags"] = Tags(provider.Tags),
            }))),
            ["identityCenter"] = SeedCenterExport.Of(account) is { } center ? Without(center) : null,
        });
    }

    private static JsonObject Of(User user, Account account) => Without(new()
    {
        ["name"] = user.Name,
        ["path"] = user.Path,
        ["tags"] = Tags(user.Tags),
        ["permissionsBoundary"] = Named(user.PermissionsBoundary, account),
        ["groups"] = Texts(user.Groups.Select(id => account.Groups.FindById(id)?.Name).OfType<string>().Order(StringComparer.Ordinal)),
        ["policies"] = Attached(user, account),
        ["inlinePolicies"] = Inline(user),
        ["accessKeys"] = Keys(account, user.Id),
        ["loginProfile"] = account.LoginProfiles.Find(user.Id) is { } login
            ? new JsonObject { ["password"] = new JsonObject { ["env"] = $"PASSWORD_{account.Id}_{Word(user.Name)}" }, ["resetRequired"] = login.ResetRequired }
            : null,
    });

    private static JsonObject Of(Role role, Account account, string trust) => Without(new()
    {
        ["name"] = role.Name,
        ["path"] = role.Path,
        ["description"] = role.Description is { Length: > 0 } text ? text : null,
        ["tags"] = Tags(role.Tags),
        ["maxSessionDuration"] = role.MaxSessionSeconds,
        ["permissionsBoundary"] = Named(role.PermissionsBoundary, account),
        ["trust"] = JsonNode.Parse(trust),
        ["policies"] = Attached(role, account),
        ["inlinePolicies"] = Inline(role),
    });

    private static JsonObject Of(ManagedPolicy policy) => Without(new()
    {
        ["name"] = policy.Name,
        ["path"] = policy.Path,
        ["description"] = policy.Description,
        ["tags"] = Tags(policy.Tags),
        ["document"] = JsonNode.Parse(policy.Default.Document),
    });

    private static JsonObject Linked(Role role) => Without(new()
    {
        ["service"] = role.Path["/aws-service-role/".Length..^1],
        ["suffix"] = role.Name.IndexOf('_', StringComparison.Ordinal) is var at and >= 0 ? role.Name[(at + 1)..] : null,
        ["description"] = role.Description is { Length: > 0 } text ? text : null,
    });

    private static JsonObject Of(PasswordPolicy policy) => Without(new()
    {
        ["minimumLength"] = policy.MinimumLength,
        ["requireSymbols"] = policy.RequireSymbols,
        ["requireNumbers"] = policy.RequireNumbers,
        ["requireUppercase"] = policy.RequireUppercase,
        ["requireLowercase"] = policy.RequireLowercase,
        ["usersMayChange"] = policy.UsersMayChange,
        ["maxAgeDays"] = policy.MaxAgeDays,
        ["remembered"] = policy.Remembered,
        ["hardExpiry"] = policy.HardExpiry,
    });

    private static JsonArray Keys(Account account, string owner) => List(account.AccessKeys.OwnedBy(owner).OrderBy(key => key.Id, StringComparer.Ordinal).Select(key => new JsonObject
    {
        ["id"] = key.Id,
        ["secret"] = new JsonObject { ["env"] = "SECRET_" + key.Id },
        ["status"] = key.Status.ToString(),
    }));

    private static string? Named(string? arn, Account account) =>
        arn is not null && account.Policies.FirstOrDefault(policy => policy.ArnIn(account.Id).Text == arn) is { } own ? own.Name : arn;

    private static JsonArray Attached(IHolder holder, Account account) => Texts(holder.AttachedPolicies.Select(arn => Named(arn, account)!).Order(StringComparer.Ordinal));

    private static JsonObject Inline(IHolder holder)
    {
        var policies = new JsonObject();
        foreach (var policy in holder.InlinePolicies.OrderBy(item => item.Name, StringComparer.Ordinal))
        {
            policies[policy.Name] = JsonNode.Parse(policy.Document);
        }

        return policies;
    }

    internal static JsonObject Tags(IEnumerable<Tag> tags)
    {
        var written = new JsonObject();
        foreach (var tag in tags.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            written[tag.Key] = tag.Value;
        }

        return written;
    }

    internal static JsonArray Texts(IEnumerable<string> texts) => new(texts.Select(text => (JsonNode?)JsonValue.Create(text)).ToArray());

    internal static JsonArray List(IEnumerable<JsonObject> items) => new(items.ToArray<JsonNode?>());

    // The name of an environment variable has letters, digits and underscores; what is neither becomes its number, so that no two users share one.
    internal static string Word(string name) =>
        string.Concat(name.ToUpperInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter.ToString() : string.Create(CultureInfo.InvariantCulture, $"_{(int)letter:X2}_")));

    // What a permission set became: the seed makes it again.
    private static bool IsReserved(Role role) => role.Path.StartsWith(PermissionSet.ReservedPath, StringComparison.Ordinal);

    /// <summary>The fields that say something.</summary>
    internal static JsonObject Without(JsonObject fields)
    {
        foreach (var name in fields.Where(field => field.Value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 }).Select(field => field.Key).ToList())
        {
            fields.Remove(name);
        }

        return fields;
    }

    private void Leave(Account account)
    {
        Leave(account.MfaDevices.Count, "MFA devices");
        Leave(account.SshPublicKeys.Count, "SSH public keys");
        Leave(account.ServiceCredentials.Count, "service-specific credentials");
        Leave(account.SigningCertificates.Count, "signing certificates");
        Leave(account.ServerCertificates.Count, "server certificates");
        Leave(account.LoginProfiles.OwnedBy(Account.RootOwner).Count(), "passwords of the root user");
        Leave(account.Policies.Sum(policy => policy.Versions.Length - 1), "policy versions that are not the default");
        Leave(account.SamlProviders.Sum(provider => provider.PrivateKeys.Length), "private keys of SAML providers");
        Leave(account.Units.Count, "organizational units");
        Leave(account.OrganizationPolicies.Count, "organization policies");
        Leave(account.IdentityApplications.Count, "applications of IAM Identity Center");
        Leave(account.TrustedTokenIssuers.Count, "trusted token issuers of IAM Identity Center");
        Leave(account.IdentityCenter?.AccessControlAttributes?.Length ?? 0, "attributes for access control");
        Leave(account.IdentityCenter?.Tags.Length ?? 0, "tags of an instance of IAM Identity Center");

        void Leave(int count, string what)
        {
            if (count > 0)
            {
                left.Add($"account {account.Id}: {count} {what} left out");
            }
        }
    }
}
