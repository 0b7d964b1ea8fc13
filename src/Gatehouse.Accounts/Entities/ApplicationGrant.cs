using System.Collections.Immutable;

namespace Gatehouse.Accounts.Entities;

/// <summary>A way in which an application gets tokens.</summary>
/// <param name="Type">OAuth's name of the grant, such as <c>authorization_code</c>.</param>
public sealed record ApplicationGrant(string Type)
{
    /// <summary>Where browsers may be sent back to with a code.</summary>
    public ImmutableArray<string> RedirectUris { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The issuers whose tokens are exchanged.</summary>
    public ImmutableArray<AuthorizedIssuer> Issuers { get; init => field = value.IsDefault ? [] : value; } = [];
}
