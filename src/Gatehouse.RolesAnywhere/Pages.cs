using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere;

/// <summary>Cuts lists into pages, in the order of ids.</summary>
internal static class Pages
{
    /// <summary>A page of what is seen in a region.</summary>
    /// <exception cref="Contracts.RolesAnywhere.ValidationException">The page size is not positive, or the token none of ours.</exception>
    internal static Page<T> Of<T>(IEnumerable<T> all, Func<T, string> idOf, string? nextToken, int? pageSize) => pageSize is < 1
        ? throw Refusals.Invalid("The page size must be at least 1.")
        : Paging.Of(all.OrderBy(idOf, StringComparer.Ordinal), idOf, nextToken, pageSize, static () => Refusals.Invalid("The nextToken is not valid."));
}
