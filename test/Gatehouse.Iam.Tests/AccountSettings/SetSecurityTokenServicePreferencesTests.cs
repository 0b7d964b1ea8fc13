using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccountSettings;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.AccountSettings;

public sealed class SetSecurityTokenServicePreferencesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void GetAccountSummary_shows_what_was_chosen()
    {
        Call("v2Token");
        Assert.Equal(2, Shown());

        Call("v1Token");
        Assert.Equal(1, Shown());
    }

    private int Shown() => account.Read<GetAccountSummary, GetAccountSummaryRequest, GetAccountSummaryResponse>(new()).SummaryMap!["GlobalEndpointTokenVersion"];

    private void Call(string version) => account
        .Write<SetSecurityTokenServicePreferences, SetSecurityTokenServicePreferencesRequest, SetSecurityTokenServicePreferencesResponse>(
            new() { GlobalEndpointTokenVersion = version });
}
