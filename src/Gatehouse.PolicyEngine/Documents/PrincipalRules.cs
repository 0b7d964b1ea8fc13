namespace Gatehouse.PolicyEngine;

/// <summary>What a principal must look like to be saved (PL section 4.1, V12).</summary>
internal static class PrincipalRules
{
    private static readonly string[] BuiltInProviders = ["cognito-identity.amazonaws.com", "www.amazon.com", "graph.facebook.com", "accounts.google.com"];

    internal static void Check(DocumentShape shape, bool canonical, Problems problems)
    {
        foreach (var (principal, node) in shape.Statements.SelectMany(static statement => StatementShape.Principals(statement.AnyPrincipal)))
        {
            switch (principal.Type)
            {
                case PolicyPrincipalType.Aws when !IsAws(principal.Value):
                    problems.Add(12, "principal-form", WireTexts.Principal(principal), node, "\"*\", an account, the ARN of a root, user, role or session, or a unique ID");
                    break;
                case PolicyPrincipalType.Service when !IsDomain(principal.Value):
                    problems.Add(12, "principal-form", WireTexts.Principal(principal), node, "the name of a service, such as ec2.amazonaws.com");
                    break;
                case PolicyPrincipalType.Federated when !IsProvider(principal.Value):
                    problems.Add(
                        12,
                        "principal-form",
                        IsDomain(principal.Value) ? WireTexts.Principal(principal) : WireTexts.FederatedPrincipal,
                        node,
                        "the ARN of an identity provider, or the name of a built-in one");
                    break;
                case PolicyPrincipalType.CanonicalUser when !canonical || !IsCanonical(principal.Value):
                    problems.Add(12, "principal-form", WireTexts.Principal(principal), node, canonical ? "64 hexadecimal digits" : "no canonical user");
                    break;
                default:
                    break;
            }
        }
    }

    internal static bool IsAccount(ReadOnlySpan<char> text) => text.Length == 12 && !text.ContainsAnyExceptInRange('0', '9');

    internal static bool IsUniqueId(ReadOnlySpan<char> text)
    {
        if (text.Length is < 16 or > 128 || !(text.StartsWith("AIDA") || text.StartsWith("AROA")))
        {
            return false;
        }

        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter) && !char.IsAsciiLetterUpper(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAws(string value)
    {
        if (value == "*" || IsAccount(value) || IsUniqueId(value))
        {
            return true;
        }

        var fields = value.Split(':', 6);
        if (fields.Length != 6 || fields[0] != "arn" || fields[1].Length == 0 || fields[3].Length != 0 || !IsAccount(fields[4]) || value.AsSpan().ContainsAny('*', '?'))
        {
            return false;
        }

        var name = fields[5];
        return fields[2] switch
        {
            "iam" => name == "root" || IsNamed(name, "user/", 1) || IsNamed(name, "role/", 1),
            "sts" => IsNamed(name, "assumed-role/", 2) || IsNamed(name, "federated-user/", 1),
            _ => false,
        };
    }

    private static bool IsNamed(string name, string kind, int parts) =>
        name.StartsWith(kind, StringComparison.Ordinal) && name.AsSpan(kind.Length).Count('/') >= parts - 1 && name[^1] != '/' && name.Length > kind.Length && name[kind.Length] != '/';

    private static bool IsProvider(string value)
    {
        if (BuiltInProviders.Contains(value, StringComparer.Ordinal))
        {
            return true;
        }

        var fields = value.Split(':', 6);
        return fields.Length == 6 && fields[0] == "arn" && fields[1].Length > 0 && fields[2] == "iam" && fields[3].Length == 0 && IsAccount(fields[4])
            && !value.AsSpan().ContainsAny('*', '?') && (IsNamed(fields[5], "saml-provider/", 1) || IsIssuer(fields[5]));
    }

    // AWS: the URL of an issuer may end with a slash, and then its ARN does.
    private static bool IsIssuer(string name) => IsNamed(name.EndsWith('/') ? name[..^1] : name, "oidc-provider/", 1);

    private static bool IsDomain(string value) =>
        value.Contains('.') && value.Split('.').All(static label => label.Length > 0 && label.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));

    private static bool IsCanonical(string value) => value.Length == 64 && value.All(char.IsAsciiHexDigit);
}
