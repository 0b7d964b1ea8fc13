using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class ListApplicationProvidersTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void The_custom_one_is_listed() => Assert.Equal(ApplicationGivens.Custom, Assert.Single(Call(new()).ApplicationProviders!).ApplicationProviderArn);

    private ListApplicationProvidersResponse Call(ListApplicationProvidersRequest request) => center.Account.Read<ListApplicationProviders, ListApplicationProvidersRequest, ListApplicationProvidersResponse>(request);
}
