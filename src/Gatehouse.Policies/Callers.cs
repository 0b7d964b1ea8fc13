using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary>Makes a caller of what the user wrote, with the condition keys that follow from it.</summary>
internal static class Callers
{
    internal const string Forms =
        "the ARN of a user, a role, a role session (arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION) or root, an identity provider, a service such as ec2.amazonaws.com, or anonymous";

    private const string UnnamedAccount = "111122223333";

    /// <summary>The caller of a question that names none: a user of the resource's own account.</summary>
    internal static Principal Unnamed(string resource) =>
        resource.Split(':', 6) is ["arn", var partition, _, _, var account, _] && partition.Length > 0
            ? Principal.User($"arn:{partition}:iam::{(IsAccount(account) ? account : UnnamedAccount)}:user/caller")
            : Principal.User($"arn:aws:iam::{UnnamedAccount}:user/caller");

    internal static Principal Read(string written)
    {
        if (written == "anonymous")
        {
            return Principal.Anonymous;
        }

        if (written.EndsWith(".amazonaws.com", StringComparison.Ordinal) && !written.Contains('/', StringComparison.Ordinal) && !written.Contains(':', StringComparison.Ordinal))
        {
            return Principal.Service(written);
        }

        if (written.Split(':', 6) is not ["arn", { Length: > 0 } partition, var service, "", var account, var rest] || !IsAccount(account))
        {
            throw Unknown(written);
        }

        return (service, rest.Split('/')) switch
        {
            ("iam", ["root"]) => Principal.Root(account, partition),
            ("iam", ["user", .., { Length: > 0 }]) => Principal.User(written),
            ("iam", ["role", .., { Length: > 0 } name]) => Principal.AssumedRole($"arn:{partition}:sts::{account}:assumed-role/{name}/session", written),
            ("sts", ["assumed-role", { Length: > 0 } name, { Length: > 0 }]) => Principal.AssumedRole(written, $"arn:{partition}:iam::{account}:role/{name}"),
            ("iam", ["saml-provider" or "oidc-provider", .., { Length: > 0 }]) => Principal.IdentityProvider(written),
            _ => throw Unknown(written),
        };
    }

    /// <summary>The keys that are known from the caller's ARN alone.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Keys(Principal caller)
    {
        var type = caller.Kind switch { PrincipalKind.Root => "Account", PrincipalKind.User => "User", PrincipalKind.AssumedRole => "AssumedRole", _ => null };
        if (type is null)
        {
            yield break;
        }

        yield return new("aws:PrincipalArn", caller.PrincipalArn!);
        yield return new("aws:PrincipalAccount", caller.Account!);
        yield return new("aws:PrincipalType", type);
        if (caller.Kind == PrincipalKind.User)
        {
            yield return new("aws:username", caller.Arn![(caller.Arn!.LastIndexOf('/') + 1)..]);
        }
    }

    private static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    private static InputException Unknown(string written) => new($"'{written}' is not a caller: {Forms}");
}
