namespace Gatehouse.SignIn.Pages;

/// <summary>The style sheet of all pages.</summary>
internal sealed class StylePage : IPage
{
    private static readonly string Style = Read();

    public IEnumerable<Route> Routes => [new("GET", "/signin/style.css", static (visit, _) => visit.WriteAsync(200, "text/css; charset=utf-8", Style))];

    private static string Read()
    {
        using var reader = new StreamReader(typeof(StylePage).Assembly.GetManifestResourceStream("style.css")!);
        return reader.ReadToEnd();
    }
}
