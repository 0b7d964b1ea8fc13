using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>The one script there is: browsers hand out passkeys to scripts alone.</summary>
internal sealed class PasskeyScript : IPage
{
    internal const string Path = "/signin/passkey.js";

    private static readonly string Text = Read();

    public IEnumerable<Route> Routes => [new("GET", Path, static (visit, _) => visit.WriteAsync(200, "text/javascript; charset=utf-8", Text))];

    private static string Read()
    {
        using var reader = new StreamReader(typeof(PasskeyScript).Assembly.GetManifestResourceStream("passkey.js")!);
        return reader.ReadToEnd();
    }
}
