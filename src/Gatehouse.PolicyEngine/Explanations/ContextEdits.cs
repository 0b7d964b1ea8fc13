namespace Gatehouse.PolicyEngine;

/// <summary>Contexts that differ from another one in one key.</summary>
internal static class ContextEdits
{
    /// <summary>A frozen copy in which one key has other values, or none at all.</summary>
    internal static RequestContext Copy(RequestContext context, string? key, string[]? values)
    {
        var copy = new RequestContext();
        foreach (var (name, held) in context.All)
        {
            if (!name.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                copy.Set(name, held);
            }
        }

        if (key is not null && values is { Length: > 0 })
        {
            copy.Set(key, values is [var one] ? one : values);
        }

        return copy.Freeze();
    }
}
