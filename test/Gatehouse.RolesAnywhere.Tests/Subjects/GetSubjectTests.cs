using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Subjects;

namespace Gatehouse.RolesAnywhere.Tests.Subjects;

public sealed class GetSubjectTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Shows_with_which_certificates_a_subject_asked_and_how_it_went() // [AU-863]
    {
        using var certificate = fixture.Root.Issue();
        var id = fixture.Begin(certificate, fixture.Ask(properties: new Dictionary<string, string> { ["host"] = "a" })).SubjectArn!.Split('/')[1];
        fixture.Account.Clock.Advance(TimeSpan.FromMinutes(5));
        using var renewed = fixture.Root.Issue();
        Assert.Throws<Contracts.RolesAnywhereSessions.AccessDeniedException>(() => fixture.Begin(renewed, fixture.Ask(name: "refused")));

        var shown = Get(id);

        Assert.Equal(("CN=web-1, OU=Web, O=Example", true), (shown.X509Subject, shown.Enabled));
        Assert.Equal((fixture.Account.Clock.GetUtcNow().AddMinutes(-5), fixture.Account.Clock.GetUtcNow()), (shown.CreatedAt, shown.LastSeenAt));
        Assert.Equal(["1092354 True", "1092353 False"], shown.Credentials!.Select(one => $"{one.SerialNumber} {one.Failed}"));
        Assert.Equal(("CN=Test Root, O=Example", renewed.ExportCertificatePem()), (shown.Credentials![0].Issuer, shown.Credentials[0].X509CertificateData));
        Assert.Equal("a", shown.InstanceProperties!.Single().Properties!["host"]);
    }

    [Fact]
    public void Knows_nobody_whose_certificate_was_not_believed()
    {
        using var other = Gatehouse.Testing.TestAuthority.Root();
        using var certificate = other.Issue();
        Assert.Throws<Contracts.RolesAnywhereSessions.AccessDeniedException>(() => fixture.Begin(certificate));

        Assert.Empty(fixture.Account.Installation.Accounts.Loaded("111122223333")!.Activity.Subjects);
        Assert.Throws<ResourceNotFoundException>(() => Get("00000000-0000-0000-0000-000000000000"));
    }

    [Fact]
    public async Task Is_kept_without_a_write_that_a_request_waits_for()
    {
        using var certificate = fixture.Root.Issue();
        var version = fixture.Account.Account.Version;

        fixture.Begin(certificate);

        Assert.Equal(version, fixture.Account.Account.Version);
        var activity = fixture.Account.Installation.Accounts.Loaded("111122223333")!.Activity;
        Assert.True(activity.IsSoiled);
        await activity.FlushAsync(TestContext.Current.CancellationToken);
        Assert.False(activity.IsSoiled);
        Assert.Contains((await fixture.Account.Store.LoadAsync("activity/111122223333", TestContext.Current.CancellationToken)).Rows, row => row.Table == "subject");
    }

    private Contracts.RolesAnywhere.Shapes.SubjectDetail Get(string id) => fixture.Read<GetSubject, GetSubjectRequest, GetSubjectResponse>(new() { SubjectId = id }).Subject!;
}
