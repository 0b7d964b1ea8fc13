using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Profiles;

namespace Gatehouse.RolesAnywhere.Tests.Profiles;

public sealed class PutAttributeMappingTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Puts_the_mapping_of_a_field_in_place_of_the_one_it_has()
    {
        Assert.Equal(["x509Issuer: *", "x509SAN: DNS URI Name/*", "x509Subject: CN OU"], Put("x509Subject", "CN", "OU"));
        Assert.Equal(["x509Issuer: *", "x509SAN: Name/* URI", "x509Subject: CN OU"], Put("x509SAN", "Name", "URI"));
        Assert.Equal(["x509Issuer: *", "x509SAN: Name/CN", "x509Subject: CN OU"], Put("x509SAN", "Name/CN"));
    }

    [Theory]
    [InlineData("x509Subject", "DNS")]
    [InlineData("x509Subject", "cn")]
    [InlineData("x509Issuer", "")]
    [InlineData("x509SAN", "*")]
    [InlineData("x509SAN", "CN")]
    [InlineData("x509SAN", "Name/nothing")]
    public void Refuses_specifiers_that_are_none_of_the_field(string field, string specifier) => Assert.Throws<ValidationException>(() => Put(field, specifier));

    [Fact]
    public void Refuses_a_mapping_of_nothing_and_one_that_says_a_thing_twice()
    {
        Assert.Throws<ValidationException>(() => Put("x509Subject"));
        Assert.Throws<ValidationException>(() => Put("x509SAN", "Name", "Name/*"));
    }

    private IEnumerable<string> Put(string field, params IEnumerable<string> specifiers) =>
        fixture.Write<PutAttributeMapping, PutAttributeMappingRequest, PutAttributeMappingResponse>(new()
        {
            ProfileId = fixture.Profile.ProfileId!,
            CertificateField = field,
            MappingRules = specifiers.Select(one => new Contracts.RolesAnywhere.Shapes.MappingRule { Specifier = one }).ToList(),
        }).Profile.AttributeMappings!.Select(one => $"{one.CertificateField}: {string.Join(' ', one.MappingRules!.Select(rule => rule.Specifier))}");
}
