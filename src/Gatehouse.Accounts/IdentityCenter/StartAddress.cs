namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>The addresses that name an instance's portal: our own, and those under AWS's names that AWS's own tools insist on and never open [AU-853].</summary>
public static class StartAddress
{
    /// <summary>The path of portals.</summary>
    public const string Path = "/start/";

    private const string AwsHost = ".awsapps.com";

    /// <summary>Our own address of an identity store's portal.</summary>
    public static string Of(PublicAddress address, string storeId)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Url + Path + storeId;
    }

    /// <summary>The name that AWS's tools take for an address of AWS's.</summary>
    public static string AliasOf(string storeId) => $"https://{storeId}{AwsHost}/start";

    /// <summary>The identity store whose portal an address names, with the account that owns it; null when it names none of ours.</summary>
    public static (string Account, string StoreId)? Find(Installation installation, string? url)
    {
        ArgumentNullException.ThrowIfNull(installation);
        var store = StoreOf(installation.Address, url);
        return store is not null && installation.Names.OwnerOf(Entities.IdentityCenterInstance.StoreNames, store) is { } account ? (account, store) : null;
    }

    // AWS writes the alias with a slash or a fragment at its end as well.
    private static string? StoreOf(PublicAddress address, string? url)
    {
        if (url is null or { Length: > 2048 } || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment is not ("" or "#" or "#/"))
        {
            return null;
        }

        var path = uri.AbsolutePath.TrimEnd('/');
        if (uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && path == "/start" && uri.Host.EndsWith(AwsHost, StringComparison.Ordinal))
        {
            return uri.Host[..^AwsHost.Length];
        }

        var ours = Uri.TryCreate(address.Url, UriKind.Absolute, out var known) && (known.Authority == uri.Authority || (known.Port == uri.Port && known.IsLoopback && uri.IsLoopback));
        var prefix = known?.AbsolutePath.TrimEnd('/') + Path;
        return ours && uri.AbsolutePath.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : null;
    }
}
