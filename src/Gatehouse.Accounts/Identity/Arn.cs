namespace Gatehouse.Accounts.Identity;

/// <summary>An Amazon Resource Name, or <c>*</c> where an action names no resource.</summary>
/// <param name="Text">The whole name, as it is printed.</param>
public readonly record struct Arn(string Text)
{
    /// <summary>No resource in particular: what actions without resource types are checked on [PE-9].</summary>
    public static Arn Any => new("*");

    /// <summary>The name of something in IAM, which has no region.</summary>
    public static Arn Iam(string account, string resource) => new($"arn:aws:iam::{account}:{resource}");

    /// <summary>The root user of an account.</summary>
    public static Arn Root(string account) => Iam(account, "root");

    /// <summary>The name of a role session: the role's path is dropped [AU-310].</summary>
    public static Arn AssumedRole(string account, string roleName, string session) =>
        new($"arn:aws:sts::{account}:assumed-role/{roleName}/{session}");

    /// <summary>The account field, or empty when there is none.</summary>
    public string Account => Field(4).ToString();

    /// <summary>The service field, or empty when there is none.</summary>
    public string Service => Field(2).ToString();

    /// <summary>The part after the fifth colon, or empty when there is none.</summary>
    public string Resource => Field(5).ToString();

    /// <summary>Whether the text has the six fields of an ARN.</summary>
    public bool IsWellFormed => Text.StartsWith("arn:", StringComparison.Ordinal) && Text.AsSpan().Count(':') >= 5;

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Whether it belongs to no account in particular: none is named, or AWS itself.</summary>
    public bool IsShared => Field(4) is "" or "aws";

    /// <summary>Whether its account field is this.</summary>
    public bool IsIn(string? account) => Field(4).SequenceEqual(account);

    /// <summary>Whether the part after the fifth colon begins like this, as in <c>role/</c>.</summary>
    public bool IsKind(string start) => Field(5).StartsWith(start, StringComparison.Ordinal);

    private ReadOnlySpan<char> Field(int index)
    {
        var rest = Text.AsSpan();
        for (var i = 0; i < index; i++)
        {
            var colon = rest.IndexOf(':');
            if (colon < 0)
            {
                return [];
            }

            rest = rest[(colon + 1)..];
        }

        var end = index == 5 ? -1 : rest.IndexOf(':');
        return end < 0 ? rest : rest[..end];
    }
}
