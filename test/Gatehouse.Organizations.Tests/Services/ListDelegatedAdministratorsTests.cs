using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Services;

namespace Gatehouse.Organizations.Tests.Services;

public sealed class ListDelegatedAdministratorsTests
{
    private const string Iam = "iam.amazonaws.com";
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Lists_who_administers_a_service_or_any()
    {
        org.Trust(Iam);
        org.Trust("sso.amazonaws.com");
        var (dev, ops) = (org.Make("dev"), org.Make("ops"));
        org.Delegate(dev, Iam);
        org.Account.Clock.Advance(TimeSpan.FromDays(1));
        org.Delegate(dev, "sso.amazonaws.com");
        org.Delegate(ops, "sso.amazonaws.com");

        Assert.Equal(new[] { dev, ops }.Order(), List(null).Select(one => one.Id));
        var only = Assert.Single(List(Iam));
        Assert.Equal((dev, "dev", "ACTIVE", "CREATED"), (only.Id, only.Name, only.Status, only.JoinedMethod));
        Assert.Equal(org.Account.Clock.GetUtcNow().AddDays(-1), only.DelegationEnabledDate);
    }

    [Fact]
    public void Refuses_what_is_no_service_of_AWS() => Assert.Throws<InvalidInputException>(() => List("x"));

    private IReadOnlyList<Gatehouse.Contracts.Organizations.Shapes.DelegatedAdministrator> List(string? service) =>
        org.Read<ListDelegatedAdministrators, ListDelegatedAdministratorsRequest, ListDelegatedAdministratorsResponse>(
            new() { ServicePrincipal = service }).DelegatedAdministrators!;
}
