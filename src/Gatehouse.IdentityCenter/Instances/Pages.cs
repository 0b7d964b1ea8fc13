using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Instances;

/// <summary>Cuts the lists of an instance into pages: 50 items unless asked otherwise.</summary>
internal static class Pages
{
    internal const int DefaultResults = 50;

    /// <summary>A page of a table.</summary>
    /// <exception cref="ValidationException">The token is not one of ours.</exception>
    internal static Page<T> Of<T>(Table<T> table, string? nextToken, int? maxResults, Func<T, bool>? where = null)
        where T : class, IEntity<T> => Paging.Of(table, nextToken, maxResults ?? DefaultResults, where, BadToken);

    /// <summary>A page of things in the ordinal order of their names.</summary>
    /// <exception cref="ValidationException">The token is not one of ours.</exception>
    internal static Page<T> Of<T>(IEnumerable<T> things, Func<T, string> nameOf, string? nextToken, int? maxResults) =>
        Paging.Of(things.OrderBy(nameOf, StringComparer.Ordinal), nameOf, nextToken, maxResults ?? DefaultResults, BadToken);

    private static ValidationException BadToken() => new("The NextToken is not valid.");
}
