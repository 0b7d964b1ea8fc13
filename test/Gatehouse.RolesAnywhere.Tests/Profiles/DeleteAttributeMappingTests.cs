using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Profiles;

namespace Gatehouse.RolesAnywhere.Tests.Profiles;

public sealed class DeleteAttributeMappingTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Takes_away_some_specifiers_or_all()
    {
        Assert.Equal(["x509Issuer: *", "x509SAN: URI", "x509Subject: *"], Delete("x509SAN", "DNS", "Name"));
        Assert.Equal(["x509Issuer: *", "x509Subject: *"], Delete("x509SAN", "URI"));
        Assert.Equal(["x509Issuer: *"], Delete("x509Subject"));
        Assert.Equal(["x509Issuer: *"], Delete("x509Subject"));
    }

    [Fact]
    public void Refuses_specifiers_that_are_none_of_the_field() => Assert.Throws<ValidationException>(() => Delete("x509Subject", "URI"));

    private IEnumerable<string> Delete(string field, params IReadOnlyList<string> specifiers) =>
        fixture.Write<DeleteAttributeMapping, DeleteAttributeMappingRequest, DeleteAttributeMappingResponse>(
            new() { ProfileId = fixture.Profile.ProfileId!, CertificateField = field, Specifiers = specifiers })
            .Profile.AttributeMappings!.Select(one => $"{one.CertificateField}: {string.Join(' ', one.MappingRules!.Select(rule => rule.Specifier))}");
}
