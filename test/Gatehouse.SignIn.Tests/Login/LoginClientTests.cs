using Gatehouse.Accounts;
using Gatehouse.SignIn.Login;

namespace Gatehouse.SignIn.Tests.Login;

/// <summary>Rules AU-740 and AU-741: the programs that may ask for a login, and where their codes go.</summary>
public sealed class LoginClientTests
{
    private readonly PublicAddress address = new() { Url = "https://iam.example.com" };

    [Theory]
    [InlineData("http://127.0.0.1:1/oauth/callback", true)]
    [InlineData("http://127.0.0.1:65535/oauth/callback", true)]
    [InlineData("http://127.0.0.1/oauth/callback", false)]
    [InlineData("http://127.0.0.1:/oauth/callback", false)]
    [InlineData("http://127.0.0.1:0/oauth/callback", false)]
    [InlineData("http://127.0.0.1:080/oauth/callback", false)]
    [InlineData("http://127.0.0.1:65536/oauth/callback", false)]
    [InlineData("http://127.0.0.1:99999999999/oauth/callback", false)]
    [InlineData("http://127.0.0.1:80@evil.example/oauth/callback", false)]
    [InlineData("http://127.0.0.1:80/oauth/callback/", false)]
    [InlineData("http://127.0.0.1:80/oauth/callback?x=1", false)]
    [InlineData("http://127.0.0.1:80/x/oauth/callback", false)]
    [InlineData("http://127.0.0.1:80//oauth/callback", false)]
    [InlineData("https://127.0.0.1:80/oauth/callback", false)]
    [InlineData("http://localhost:80/oauth/callback", false)]
    [InlineData("http://127.0.0.1.evil.example:80/oauth/callback", false)]
    [InlineData("http://evil.example/oauth/callback", false)]
    [InlineData("", false)]
    public void A_program_on_this_device_listens_on_any_port_and_nowhere_else(string target, bool allowed) =>
        Assert.Equal(allowed, LoginClient.Find("arn:aws:signin:::devtools/same-device")!.Allows(target, address, "https://iam.example.com"));

    [Theory]
    [InlineData("https://iam.example.com/v1/sessions/confirmation", true)]
    [InlineData("https://iam.example.com/v1/sessions/confirmation?x=1", false)]
    [InlineData("https://evil.example/v1/sessions/confirmation", false)]
    [InlineData("http://127.0.0.1:80/oauth/callback", false)]
    public void A_program_elsewhere_gets_its_code_from_our_own_page(string target, bool allowed) =>
        Assert.Equal(allowed, LoginClient.Find("arn:aws:signin:::devtools/cross-device")!.Allows(target, address, "https://evil.example"));

    [Theory]
    [InlineData("arn:aws:signin:::devtools/same-device", "arn:aws:signin:us-east-1:111122223333:oauth2/public-client/localhost")]
    [InlineData("arn:aws:signin:::devtools/cross-device", "arn:aws:signin:us-east-1:111122223333:oauth2/public-client/remote")]
    public void Policies_name_the_two_clients(string id, string arn) => Assert.Equal(arn, LoginClient.Find(id)!.ResourceIn("us-east-1", "111122223333").Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("arn:aws:signin:::devtools/other")]
    public void There_is_no_third_client(string? id) => Assert.Null(LoginClient.Find(id));
}
