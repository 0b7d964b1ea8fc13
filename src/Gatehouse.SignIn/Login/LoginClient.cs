using System.Globalization;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.SignIn.Login;

/// <summary>A program that may ask for a login: it has no secret, so that its redirect address is all that binds it [AU-740, AU-741].</summary>
/// <param name="Id">Its id, an ARN that AWS made.</param>
/// <param name="Resource">The last part of the ARN that policies name.</param>
/// <param name="IsRemote">Whether it runs on another machine than the browser.</param>
public sealed record LoginClient(string Id, string Resource, bool IsRemote)
{
    /// <summary>Where the code is shown to people who carry it to another machine.</summary>
    public const string ConfirmationPath = "/v1/sessions/confirmation";

    private const string LocalStart = "http://127.0.0.1:";
    private const string LocalPath = "/oauth/callback";

    private static readonly LoginClient[] Known =
    [
        new("arn:aws:signin:::devtools/same-device", "localhost", IsRemote: false),
        new("arn:aws:signin:::devtools/cross-device", "remote", IsRemote: true),
    ];

    /// <summary>The client of an id; null when there is none.</summary>
    public static LoginClient? Find(string? id) => Array.Find(Known, client => client.Id == id);

    /// <summary>What policies name: <c>arn:aws:signin:REGION:ACCOUNT:oauth2/public-client/…</c>.</summary>
    public Arn ResourceIn(string region, string account) => new($"arn:aws:signin:{region}:{account}:oauth2/public-client/{Resource}");

    /// <summary>Whether a browser may be sent to an address with a code for the client.</summary>
    /// <param name="target">The address, to the letter.</param>
    /// <param name="address">Where we are reached.</param>
    /// <param name="asked">The address at which this request says that it came, without path.</param>
    public bool Allows(string target, PublicAddress address, string asked) => IsRemote ? address.Is(target, ConfirmationPath, asked) : IsLocal(target);

    // Any port of the machine that the browser runs on, and one path: nothing is decoded, so nothing can be hidden.
    private static bool IsLocal(string target) =>
        target.StartsWith(LocalStart, StringComparison.Ordinal) && target.EndsWith(LocalPath, StringComparison.Ordinal) && target.Length > LocalStart.Length + LocalPath.Length
        && target[LocalStart.Length..^LocalPath.Length] is { Length: <= 5 } port && port.All(char.IsAsciiDigit) && port[0] != '0'
        && int.Parse(port, CultureInfo.InvariantCulture) <= ushort.MaxValue;
}
