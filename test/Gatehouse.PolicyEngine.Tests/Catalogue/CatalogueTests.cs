namespace Gatehouse.PolicyEngine.Tests.Catalogue;

public sealed class CatalogueTests
{
    [Theory]
    [InlineData("aws:SourceIp", ConditionKeyType.IpAddress, false)]
    [InlineData("AWS:TAGKEYS", ConditionKeyType.String, true)]
    [InlineData("aws:PrincipalTag/any/thing", ConditionKeyType.String, false)]
    [InlineData("iam:PolicyARN", ConditionKeyType.Arn, false)]
    [InlineData("sts:RequestContextProviders", ConditionKeyType.Arn, true)]
    [InlineData("aws:TokenIssueTime", ConditionKeyType.Date, false)]
    [InlineData("saml:cn", ConditionKeyType.String, true)]
    [InlineData("token.actions.githubusercontent.com:repository", ConditionKeyType.String, false)] // PL-123
    [InlineData("github.com/enterprises/acme:actor", ConditionKeyType.String, false)]
    [InlineData("idp.example/path:amr", ConditionKeyType.String, true)] // PL-122
    [InlineData("accounts.google.com:google/organization_number", ConditionKeyType.Numeric, false)]
    public void Keys_are_known_with_type_and_cardinality(string name, ConditionKeyType type, bool many)
    {
        var key = ConditionKeyCatalogue.Find(name)!;

        Assert.Equal((type, many), (key.Type, key.Multivalued));
    }

    [Theory]
    [InlineData(ConditionKeyType.String, 90, 32)]
    [InlineData(ConditionKeyType.Arn, 14, 1)]
    [InlineData(ConditionKeyType.Bool, 8, 0)]
    [InlineData(ConditionKeyType.Numeric, 6, 0)]
    [InlineData(ConditionKeyType.Date, 2, 0)]
    [InlineData(ConditionKeyType.IpAddress, 3, 0)]
    public void Catalogue_is_as_long_as_that_of_the_rules(ConditionKeyType type, int keys, int many)
    {
        var ofType = ConditionKeyCatalogue.All.Where(key => key.Type == type).ToArray();

        Assert.Equal((keys, many), (ofType.Length, ofType.Count(key => key.Multivalued)));
    }

    [Theory]
    [InlineData("aws:SourceIpp")]
    [InlineData("token.actions.githubusercontent.com:colour")]
    [InlineData("nonsense")]
    public void Unknown_keys_are_unknown(string name) => Assert.Null(ConditionKeyCatalogue.Find(name));

    [Fact]
    public void Claims_of_built_in_providers_stay_PL_125()
    {
        Assert.True(OidcClaims.Stays("accounts.google.com", "sub"));
        Assert.False(OidcClaims.Stays("accounts.google.com", "email"));
        Assert.False(OidcClaims.Stays("gitlab.com", "sub"));
        Assert.Null(OidcClaims.Of("idp.example"));
    }

    [Fact]
    public void Resource_control_policies_govern_62_services_PL_46()
    {
        Assert.Equal(62, ResourceControlServices.List.Count());
        Assert.True(ResourceControlServices.Contains("S3"));
        Assert.False(ResourceControlServices.Contains("iam"));
    }
}
