using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Wire;

namespace Gatehouse.Server.Seeding;

/// <summary>One account of a seed: its settings, and what it holds, in the order in which things need each other.</summary>
internal sealed class SeedAccount(Seeder seeder, SeedFields fields, string id)
{
    private static readonly (string Field, string Parameter, bool IsNumber)[] PasswordFields =
    [
        ("minimumLength", "MinimumPasswordLength", true), ("requireSymbols", "RequireSymbols", false), ("requireNumbers", "RequireNumbers", false),
        ("requireUppercase", "RequireUppercaseCharacters", false), ("requireLowercase", "RequireLowercaseCharacters", false),
        ("usersMayChange", "AllowUsersToChangePassword", false), ("maxAgeDays", "MaxPasswordAge", true), ("remembered", "PasswordReusePrevention", true),
        ("hardExpiry", "HardExpiry", false),
    ];

    /// <summary>Its twelve digits.</summary>
    internal string Id => id;

    /// <summary>What the seed says of it.</summary>
    internal SeedFields Fields => fields;

    /// <summary>The account as it is.</summary>
    internal Account Now => seeder.Actor.Installation.Accounts.Loaded(id)!.Current;

    /// <summary>Applies all but roles and instance profiles.</summary>
    internal async Task ApplyAsync(CancellationToken cancel)
    {
        await AliasAsync(cancel);
        await PasswordPolicyAsync(cancel);
        await RequireMfaAsync(cancel);
        await new SeedPolicies(seeder, this).ApplyAsync(cancel);
        await new SeedGroups(seeder, this).ApplyAsync(cancel);
        await new SeedUsers(seeder, this).ApplyAsync(cancel);
        await new SeedKeys(seeder, this).ApplyAsync(fields, "rootAccessKeys", null, cancel);
        await new SeedProviders(seeder, this).ApplyAsync(cancel);
    }

    /// <summary>Applies the instance profiles, once the roles are there.</summary>
    internal Task ApplyProfilesAsync(CancellationToken cancel) => new SeedProfiles(seeder, this).ApplyAsync(cancel);

    /// <summary>Applies the instance of IAM Identity Center, once all accounts have the policies that its permission sets name.</summary>
    internal Task ApplyCenterAsync(CancellationToken cancel) => new SeedCenter(seeder, this).ApplyAsync(cancel);

    /// <summary>Does an operation of a service that speaks AWS JSON; its refusal is a problem of the seed.</summary>
    /// <returns>What it answered; null when it was refused.</returns>
    internal async ValueTask<IShape?> AskAsync(SeedNode at, string action, CancellationToken cancel, JsonObject request)
    {
        try
        {
            return await seeder.Actor.JsonAsync(id, action, request.ToJsonString(), cancel);
        }
        catch (ApiException refusal)
        {
            seeder.Seed.Problems.Add(at, refusal.Message);
            return null;
        }
    }

    /// <summary>The ARN of a managed policy that a seed names by ARN, or by name when it is the account's own.</summary>
    internal string PolicyArn(string name) => name.StartsWith("arn:", StringComparison.Ordinal)
        ? name
        : (Now.Policies.Find(name)?.ArnIn(id) ?? ManagedPolicy.ArnOf(id, "/", name)).Text;

    /// <summary>Does an operation of IAM in this account; its refusal is a problem of the seed.</summary>
    internal ValueTask<bool> TryAsync(SeedNode at, string name, CancellationToken cancel, params IEnumerable<(string Name, string? Value)> parameters) =>
        seeder.TryAsync(at, id, name, parameters, cancel);

    private async Task AliasAsync(CancellationToken cancel)
    {
        if (fields.Text("alias") is { } alias && alias != Now.Profile.Alias)
        {
            await TryAsync(fields.At("alias"), "CreateAccountAlias", cancel, ("AccountAlias", alias));
        }
    }

    private async Task PasswordPolicyAsync(CancellationToken cancel)
    {
        if (fields.Find("passwordPolicy") is not { } node)
        {
            return;
        }

        var policy = new SeedFields(seeder.Seed, node, [.. PasswordFields.Select(field => field.Field)]);
        var parameters = PasswordFields
            .Select(field => (field.Parameter, Value: field.IsNumber ? policy.Number(field.Field) : policy.Flag(field.Field)))
            .ToList();
        var wanted = new PasswordPolicy
        {
            MinimumLength = Int("MinimumPasswordLength") ?? PasswordPolicy.DefaultMinimumLength,
            RequireSymbols = Is("RequireSymbols"),
            RequireNumbers = Is("RequireNumbers"),
            RequireUppercase = Is("RequireUppercaseCharacters"),
            RequireLowercase = Is("RequireLowercaseCharacters"),
            UsersMayChange = Is("AllowUsersToChangePassword"),
            MaxAgeDays = Int("MaxPasswordAge"),
            Remembered = Int("PasswordReusePrevention"),
            HardExpiry = Of("HardExpiry") is { } hard ? hard == "true" : null,
        };
        if (wanted != Now.Profile.PasswordPolicy)
        {
            await TryAsync(node, "UpdateAccountPasswordPolicy", cancel, parameters);
        }

        string? Of(string name) => parameters.Find(pair => pair.Parameter == name).Value;
        bool Is(string name) => Of(name) == "true";
        int? Int(string name) => Of(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
    }

    private async Task RequireMfaAsync(CancellationToken cancel)
    {
        if (fields.Text("requireMfa") is not { } text)
        {
            return;
        }

        var wanted = Enum.GetValues<SecondFactorNeed>().Where(need => NameOf(need) == text).ToList();
        if (wanted.Count == 0)
        {
            seeder.Seed.Problems.Add(fields.At("requireMfa"), "must be none, root or all");
        }
        else if (wanted[0] != Now.Profile.SecondFactor)
        {
            await AskAsync(fields.At("requireMfa"), "gatehouse:UpdateSignInSettings", cancel, new() { ["MfaRequirement"] = wanted[0].ToString() });
        }
    }

    /// <summary>How seeds write who needs a second factor.</summary>
    internal static string NameOf(SecondFactorNeed need) => need switch
    {
        SecondFactorNeed.None => "none",
        SecondFactorNeed.Root => "root",
        _ => "all",
    };
}
