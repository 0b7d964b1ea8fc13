namespace Gatehouse.ServiceAuthorization.Tests;

public sealed class AuthorizationReferenceTests
{
    private readonly AuthorizationReference reference = new();

    [Fact]
    public void Every_service_can_be_read_and_nothing_of_the_source_is_missing()
    {
        var services = reference.Services.Select(entry => reference.Load(entry.Prefix)!).ToList();

        Assert.Equal(
            (456, 22_091, 2_334, 2_578, 62),
            (services.Count, services.Sum(service => service.Actions.Count), services.Sum(service => service.Resources.Count), services.Sum(service => service.Keys.Count),
                services.Count(service => service.Entry.ResourceControl)));
        Assert.Equal("2026-09-26", reference.State);
        Assert.All(services, service => Assert.Equal(service.Actions.Select(action => action.Name).Order(StringComparer.OrdinalIgnoreCase), service.Actions.Select(action => action.Name)));
        Assert.All(services, service => Assert.All(service.Actions, action => Assert.Same(action, service.FindAction(action.Name))));
    }

    [Fact]
    public void A_service_has_the_name_that_AWS_gives_it()
    {
        Assert.Equal("AWS Identity and Access Management (IAM)", reference.Find("iam")!.Name);
        Assert.Equal("Amazon S3", reference.Find("S3")!.Name);
        Assert.Null(reference.Find("nosuch"));
    }

    [Fact]
    public void An_action_has_its_level_its_resources_and_its_keys()
    {
        var put = reference.FindAction("S3:putobject")!;

        Assert.Equal(("PutObject", AccessLevel.Write), (put.Name, put.Level));
        Assert.Contains(put.Resources, resource => resource is { Required: false, Type: { Name: "object", ArnFormat: "arn:${Partition}:s3:::${BucketName}/${ObjectName}" } });
        Assert.True(put.Supports("s3:x-amz-acl"));
        Assert.True(put.Supports("S3:RequestObjectTag/team"));
        Assert.False(put.Supports("s3:prefix"));
        Assert.Equal(AccessLevel.List, reference.FindAction("iam:ListUsers")!.Level);
        Assert.Equal(AccessLevel.PermissionsManagement, reference.FindAction("iam:AttachUserPolicy")!.Level);
        Assert.Empty(reference.FindAction("s3:ListAllMyBuckets")!.Resources);
    }

    [Theory]
    [InlineData("s3:NoSuchThing")]
    [InlineData("nosuch:GetObject")]
    [InlineData("GetObject")]
    [InlineData("")]
    public void What_AWS_does_not_have_is_not_found(string action) => Assert.Null(reference.FindAction(action));

    [Theory]
    [InlineData("s3:Get*", "s3")]
    [InlineData("s3-o?tposts:*", "s3-outposts")]
    [InlineData("iam:listusers", "iam")]
    [InlineData("iam:NoSuch*", "")]
    [InlineData("nosuch:*", "")]
    [InlineData("*:AssumeRoleWithSAML", "sts")]
    public void A_pattern_reaches_the_services_that_have_such_an_action(string pattern, string services) =>
        Assert.Equal(services, string.Join(' ', reference.ServicesLike(pattern).Select(service => service.Prefix)));

    [Fact]
    public void A_star_reaches_every_service() => Assert.Equal(456, reference.ServicesLike("*").Count());

    [Theory]
    [InlineData("aws:PrincipalOrgPaths", KeyType.String, true)]
    [InlineData("AWS:requesttag/Team", KeyType.String, false)]
    [InlineData("s3:max-keys", KeyType.Numeric, false)]
    [InlineData("s3:ExistingObjectTag/class", KeyType.String, false)]
    [InlineData("iam:PassedToService", KeyType.String, false)]
    [InlineData("codebuild:environment.environmentVariables/KEY.value", KeyType.String, false)]
    public void A_key_is_found_by_its_name_or_its_family(string name, KeyType type, bool multivalued)
    {
        var key = reference.FindKey(name)!;

        Assert.Equal((type, multivalued), (key.Type, key.Multivalued));
    }

    [Theory]
    [InlineData("aws:RequestTag/")]
    [InlineData("aws:RequestTag")]
    [InlineData("s3:nosuch")]
    [InlineData("codebuild:environment.environmentVariables/KEY.type.x")]
    public void A_key_that_AWS_does_not_have_is_not_found(string name) => Assert.Null(reference.FindKey(name));

    [Fact]
    public void Global_keys_say_whether_callers_can_forge_them()
    {
        Assert.Equal(["aws:referer", "aws:UserAgent"], reference.GlobalKeys.Where(key => key.Forgeable).Select(key => key.Key.Name));
        Assert.Equal(52, reference.GlobalKeys.Count);
        Assert.Equal(["sts"], reference.KeyPrefixes["saml"]);
    }

    [Fact]
    public void The_services_of_resource_control_policies_are_those_the_engine_knows() =>
        Assert.Equal(PolicyEngine.ResourceControlServices.List, reference.Services.Where(service => service.ResourceControl).Select(service => service.Prefix).Order(StringComparer.Ordinal));
}
