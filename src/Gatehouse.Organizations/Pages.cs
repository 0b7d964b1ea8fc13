using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Organizations;

/// <summary>Cuts lists into pages as Organizations does: 20 items unless asked otherwise.</summary>
internal static class Pages
{
    internal const int DefaultResults = 20;

    /// <summary>A page of a table.</summary>
    /// <exception cref="ApiException">The token is not one of ours.</exception>
    internal static Page<T> Of<T>(Table<T> table, string? nextToken, int? maxResults, Func<T, bool>? where = null)
        where T : class, IEntity<T> => Paging.Of(table, nextToken, maxResults ?? DefaultResults, where, BadToken);

    /// <summary>A page of names in ordinal order.</summary>
    /// <exception cref="ApiException">The token is not one of ours.</exception>
    internal static Page<string> Of(IEnumerable<string> names, string? nextToken, int? maxResults) => Of(names, static name => name, nextToken, maxResults);

    /// <summary>A page of things in the ordinal order of their names.</summary>
    /// <exception cref="ApiException">The token is not one of ours.</exception>
    internal static Page<T> Of<T>(IEnumerable<T> things, Func<T, string> nameOf, string? nextToken, int? maxResults) =>
        Paging.Of(things.OrderBy(nameOf, StringComparer.Ordinal), nameOf, nextToken, maxResults ?? DefaultResults, BadToken);

    private static ApiException BadToken() => Refusals.Invalid(InvalidInputExceptionReason.INVALID_NEXT_TOKEN, "You specified an invalid next token.");
}
