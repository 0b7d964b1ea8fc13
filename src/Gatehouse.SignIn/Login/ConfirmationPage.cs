using System.Text;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Login;

/// <summary>Shows a code to whoever carries it to the program on another device that asked for it [AU-741].</summary>
internal sealed class ConfirmationPage : IPage
{
    private const int Most = 1024;

    public IEnumerable<Route> Routes => [new("GET", LoginClient.ConfirmationPath, ShowAsync) { SignedInOnly = true }];

    private static ValueTask ShowAsync(Visit visit, CancellationToken cancel)
    {
        if (visit.Query("error") is not null)
        {
            return visit.ShowAsync("Denied", Html.Of($"""<p>The program gets nothing. You can close this page.</p>"""));
        }

        if (visit.Query("code") is not { Length: > 0 and <= Most } code || visit.Query("state") is not { Length: > 0 and <= Most } state)
        {
            return visit.RefuseAsync(400, "Not understood", "There is no code in the address.");
        }

        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes($"state={Uri.EscapeDataString(state)}&code={Uri.EscapeDataString(code)}"));
        return visit.ShowAsync(
            "Your code",
            Html.Of($"""
                <p>Paste this into the program on your other device that waits for it, within five minutes.</p>
                <label for="code">Code</label>
                <textarea id="code" rows="4" readonly>{text}</textarea>
                <p class="wrong" role="note">Whoever has it can do all that you can do. Give it to nobody.</p>
                """));
    }
}
