using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Tests.Pages;

/// <summary>Rule AU-713 and bad input 213.</summary>
public sealed class RedirectTargetsTests
{
    private readonly RedirectTargets targets = new(new HashSet<string>(StringComparer.Ordinal) { "https://console.example/home" });

    [Theory]
    [InlineData("/")]
    [InlineData("/console")]
    [InlineData("/v1/authorize?redirect_uri=http%3A%2F%2F127.0.0.1%3A1234%2Foauth%2Fcallback")]
    [InlineData("/console?next=//inside-a-query")]
    [InlineData("https://console.example/home")]
    public void Paths_of_the_console_and_entries_of_the_list_are_followed(string target) => Assert.True(targets.Allows(target));

    [Theory]
    [InlineData("")]
    [InlineData("console")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("/%2fevil.example")]
    [InlineData("/%2F/evil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("/a//evil.example")]
    [InlineData("/évil")]
    [InlineData("https:/evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://console.example/home/")]
    [InlineData("https://console.example/home?x")]
    [InlineData("https://CONSOLE.example/home")]
    [InlineData("https://console.example@evil.example/home")]
    public void Everything_else_is_refused(string target) => Assert.False(targets.Allows(target));

    [Fact]
    public void A_path_longer_than_2048_characters_is_refused()
    {
        Assert.True(targets.Allows("/" + new string('a', 2047)));
        Assert.False(targets.Allows("/" + new string('a', 2048)));
    }
}
