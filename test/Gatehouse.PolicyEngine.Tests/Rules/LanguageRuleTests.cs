namespace Gatehouse.PolicyEngine.Tests.Rules;

/// <summary>Rules of the language that no other test is about.</summary>
public sealed class LanguageRuleTests
{
    private const string A = "111122223333";
    private static readonly Principal Ana = Principal.User($"arn:aws:iam::{A}:user/team/ana", "AIDAEXAMPLEEXAMPLE01");
    private static readonly Principal Session = Principal.AssumedRole($"arn:aws:sts::{A}:assumed-role/app/s1", $"arn:aws:iam::{A}:role/team/app", "AROAEXAMPLEEXAMPLE01");

    [Theory]
    [InlineData("[PL-5] text after the object", """{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*"}}}""")]
    [InlineData("[PL-6] a name twice, at any depth", """{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"StringEquals":{"a":"1","a":"2"}}}}""")]
    [InlineData("[PL-6] compared after unescaping", """{"Statement":{"Effect":"Allow","\u0045ffect":"Allow","Action":"s3:A","Resource":"*"}}""")]
    [InlineData("[PL-8] an unknown element", """{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*","Comment":"x"}}""")]
    [InlineData("[PL-8] an element in another case", """{"statement":{"Effect":"Allow","Action":"s3:A","Resource":"*"}}""")]
    [InlineData("[PL-9] null in a place of its own", """{"Statement":{"Effect":"Allow","Action":["s3:A",null],"Resource":"*"}}""")]
    [InlineData("[PL-9] null for an element", """{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*","Sid":null}}""")]
    [InlineData("[PL-10] a list in a list", """{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":["*",["*"]]}}""")]
    [InlineData("[PL-11] a number that is no condition value", """{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":1}}""")]
    [InlineData("[PL-12] no statements", """{"Statement":[]}""")]
    [InlineData("[PL-20] no Statement", """{"Version":"2012-10-17"}""")]
    [InlineData("[PL-22] no Effect", """{"Statement":{"Action":"s3:A","Resource":"*"}}""")]
    [InlineData("[PL-23] both of a pair", """{"Statement":{"Effect":"Allow","Action":"s3:A","NotAction":"s3:B","Resource":"*"}}""")]
    [InlineData("[PL-24] both of a pair", """{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*","NotResource":"*"}}""")]
    public void Document_is_refused(string rule, string text)
    {
        var parse = PolicyValidator.Validate(text, PolicyKind.Identity);

        Assert.False(parse.Valid, rule);
        Assert.Equal("Syntax errors in policy.", parse.Problems[0].WireText);
    }

    [Theory]
    [InlineData("[PL-9] null in a list of resources is dropped", """{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":["*",null]}}""")]
    [InlineData("[PL-12] an empty list of values", """{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"StringEquals":{"a":[]}}}}""")]
    [InlineData("[PL-13] an unknown operator without keys", """{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"Nonsense":{}}}}""")]
    [InlineData("[PL-14] elements in any order", """{"Statement":{"Resource":"*","Condition":{},"Action":"s3:A","Effect":"Allow","Sid":"x"},"Id":"i","Version":"2012-10-17"}""")]
    [InlineData("[PL-19] an Id", """{"Id":"anything at all","Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*"}}""")]
    [InlineData("[PL-23] unknown services and wildcards anywhere", """{"Statement":{"Effect":"Allow","Action":["no-such.service:*a?b*","*"],"Resource":"*"}}""")]
    [InlineData("[PL-49] values no operator can read", """{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"NumericEquals":{"a":"x"},"Bool":{"a":"x"},"BinaryEquals":{"a":"?"},"IpAddress":{"a":"x"},"ArnLike":{"a":"x"}}}}""")]
    [InlineData("[PL-64] a wildcard in the type of a resource, but in iam", """{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"arn:*:ds:*:*:dir*"}}""")]
    [InlineData("[PL-127] keys and services of the installation's own", """{"Statement":{"Effect":"Allow","Action":"photos:View","Resource":"*","Condition":{"StringEquals":{"photos:Album":"x"}}}}""")]
    public void Document_is_accepted(string rule, string text)
    {
        var parse = PolicyValidator.Validate(text, PolicyKind.Identity);

        Assert.True(parse.Valid, $"{rule}: {string.Join('\n', parse.Problems)}");
    }

    [Fact]
    public void Keys_that_differ_only_in_case_are_two_tests_PL_7()
    {
        const string Text = """{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"StringLike":{"k:x":"a*","K:X":"*b"}}}""";

        Assert.True(Allows(Text, new RequestContext().Set("k:x", "ab")));
        Assert.False(Allows(Text, new RequestContext().Set("k:x", "ac")));
        Assert.False(Allows(Text, new RequestContext().Set("k:x", "cb")));
    }

    [Theory]
    [InlineData("AWS", "*", GrantStrength.Direct, GrantStrength.Direct)] // [PL-25]
    [InlineData("AWS", A, GrantStrength.Account, GrantStrength.Account)] // [PL-26]
    [InlineData("AWS", $"arn:aws:iam::{A}:root", GrantStrength.Account, GrantStrength.Account)] // [PL-26]
    [InlineData("AWS", $"arn:aws-cn:iam::{A}:root", GrantStrength.None, GrantStrength.None)]
    [InlineData("AWS", "444455556666", GrantStrength.None, GrantStrength.None)]
    [InlineData("AWS", $"arn:aws:iam::{A}:user/team/ana", GrantStrength.Direct, GrantStrength.None)] // [PL-27]
    [InlineData("AWS", $"arn:aws:iam::{A}:user/ana", GrantStrength.None, GrantStrength.None)] // [PL-27]: the path belongs to the name
    [InlineData("AWS", $"arn:aws:iam::{A}:role/team/app", GrantStrength.None, GrantStrength.Entity)] // [PL-28]
    [InlineData("AWS", $"arn:aws:iam::{A}:role/team/apps", GrantStrength.None, GrantStrength.None)]
    [InlineData("AWS", $"arn:aws:iam::{A}:role/team/App", GrantStrength.None, GrantStrength.None)] // [PL-37]
    [InlineData("AWS", $"arn:aws:sts::{A}:assumed-role/app/s1", GrantStrength.None, GrantStrength.Direct)] // [PL-29]
    [InlineData("AWS", $"arn:aws:sts::{A}:assumed-role/app/s2", GrantStrength.None, GrantStrength.None)] // [PL-29]
    [InlineData("AWS", $"arn:aws:sts::{A}:assumed-role/team/app/s1", GrantStrength.None, GrantStrength.None)] // [PL-29]
    [InlineData("AWS", $"arn:aws:iam::{A}:group/all", GrantStrength.None, GrantStrength.None)] // [PL-36]
    [InlineData("AWS", "${aws:PrincipalArn}", GrantStrength.None, GrantStrength.None)] // [PL-40]
    [InlineData("Service", "ec2.amazonaws.com", GrantStrength.None, GrantStrength.None)]
    [InlineData("Federated", "accounts.google.com", GrantStrength.None, GrantStrength.None)]
    public void Principal_names_a_user_and_a_session_so_strongly_PE_19(string type, string value, GrantStrength user, GrantStrength session)
    {
        var entry = PrincipalEntry.Compile(new(Enum.Parse<PolicyPrincipalType>(type, ignoreCase: true), value));

        Assert.Equal((user, session), (entry.Names(Ana), entry.Names(Session)));
    }

    [Fact]
    public void Principal_names_root_federated_users_services_and_providers_PL_26_PL_30_PL_32_PL_33()
    {
        static GrantStrength Names(PolicyPrincipalType type, string value, Principal caller) => PrincipalEntry.Compile(new(type, value)).Names(caller);
        var carol = Principal.FederatedUser($"arn:aws:sts::{A}:federated-user/carol", Ana.Arn);
        var provider = $"arn:aws:iam::{A}:saml-provider/p";

        Assert.Equal(GrantStrength.Direct, Names(PolicyPrincipalType.Aws, A, Principal.Root(A)));
        Assert.Equal(GrantStrength.Direct, Names(PolicyPrincipalType.Aws, $"arn:aws:sts::{A}:federated-user/carol", carol));
        Assert.Equal(GrantStrength.None, Names(PolicyPrincipalType.Aws, $"arn:aws:sts::{A}:federated-user/carola", carol));
        Assert.Equal(GrantStrength.Entity, Names(PolicyPrincipalType.Aws, Ana.Arn!, carol));
        Assert.Equal(GrantStrength.Direct, Names(PolicyPrincipalType.Service, "ec2.amazonaws.com", Principal.Service("ec2.amazonaws.com")));
        Assert.Equal(GrantStrength.None, Names(PolicyPrincipalType.Service, "EC2.amazonaws.com", Principal.Service("ec2.amazonaws.com")));
        Assert.Equal(GrantStrength.Direct, Names(PolicyPrincipalType.Federated, provider, Principal.IdentityProvider(provider)));
        Assert.Equal(GrantStrength.None, Names(PolicyPrincipalType.Federated, provider, Session));
        Assert.Equal(GrantStrength.Direct, Names(PolicyPrincipalType.Aws, "*", Principal.Anonymous));
        Assert.Equal(GrantStrength.None, Names(PolicyPrincipalType.Aws, A, Principal.Anonymous));
    }

    [Theory]
    [InlineData(""" "Principal":{"AWS":["444455556666"],"Service":"ec2.amazonaws.com","CanonicalUser":[],"Federated":["x"]} """, false)]
    [InlineData(""" "Principal":{"Service":"ec2.amazonaws.com","AWS":["444455556666","arn:aws:iam::111122223333:user/team/ana"]} """, true)] // [PL-38]
    [InlineData(""" "Principal":{} """, false)] // [PL-39]
    [InlineData(""" "Principal":{"AWS":[]} """, false)] // [PL-39]
    [InlineData(""" "NotPrincipal":{} """, true)] // [PL-39]
    [InlineData(""" "Principal":"*" """, true)] // [PL-25]
    public void All_entries_of_all_kinds_are_alternatives(string element, bool applies)
    {
        var policies = new PolicyInputs { Resource = Set($$"""{"Effect":"Allow",{{element}},"Action":"s3:A","Resource":"*"}""") };

        Assert.Equal(applies, Evaluator.Decide(new() { Principal = Ana, Action = "s3:A", Resource = "arn:aws:s3:::b" }, policies).Allowed);
    }

    [Fact]
    public void Groups_are_no_principals_of_a_trust_policy_PL_36() => Assert.False(PolicyValidator.Validate(
        """{"Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:group/all"},"Action":"sts:AssumeRole"}}""", PolicyKind.Trust).Valid);

    [Fact]
    public void Service_control_policies_take_the_whole_language_PL_42() => Assert.True(PolicyValidator.Validate(
        """{"Statement":[{"Effect":"Allow","NotAction":"s3:*Bucket?","NotResource":"arn:aws:s3:::x","Condition":{"Null":{"a":"true"}}},{"Effect":"Allow","Action":"*:Get*","Resource":"arn:aws:s3:::one"}]}""", PolicyKind.ServiceControl).Valid);

    [Fact]
    public void Session_policies_are_documents_of_their_own_and_one_union_PL_44()
    {
        var policies = new PolicyInputs
        {
            Identity = Set("""{"Effect":"Allow","Action":"*","Resource":"*"}"""),
            Session = PolicySet.Compile([Attached("""{"Effect":"Allow","Action":"s3:A","Resource":"*"}"""), Attached("""{"Effect":"Allow","Action":"s3:B","Resource":"*"}""")]),
        };

        Assert.Equal([true, true, false], ((string[])["s3:A", "s3:B", "s3:C"]).Select(action => Evaluator.Decide(new() { Principal = Session, Action = action }, policies).Allowed));
    }

    [Fact]
    public void Boundary_is_a_managed_policy_PL_45() => Assert.Equal(
        "Policy document must be version 2012-10-17 or greater.",
        PolicyValidator.Validate("""{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*"}}""", PolicyKind.Boundary).Problems[0].WireText);

    [Theory]
    [InlineData("""["nothing","zero"]""", "Resource nothing must be in ARN format or \"*\".")]
    [InlineData("""["arn:b:s3:::x","arn:c:s3:::x","arn:a:s3:::x"]""", "Partition \"a\" is not valid for resource \"arn:a:s3:::x\".")]
    [InlineData("""["arn:aws:s3::short","nothing"]""", "Resource nothing must be in ARN format or \"*\".")]
    public void Of_several_wrong_resources_the_first_by_name_is_told_as_AWS_does_PL_47(string resources, string message) => Assert.Equal(
        message, PolicyValidator.Validate($$$"""{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":{{{resources}}}}}""", PolicyKind.Identity).Problems[0].WireText);

    [Fact]
    public void Wildcard_in_the_type_of_a_resource_matches_as_text_PL_64() =>
        Assert.True(ResourcePattern.Compile("arn:aws:ec2:*:*:inst*", variables: true).Matches(new("arn:aws:ec2:eu:1:instance/i"), RequestContext.Empty, strict: false));

    [Fact]
    public void Statement_without_resource_is_about_the_resource_that_carries_it_PL_69()
    {
        var policies = new PolicyInputs { Resource = Set("""{"Effect":"Allow","Principal":"*","Action":"s3:A"}""") };

        Assert.True(Evaluator.Decide(new() { Principal = Ana, Action = "s3:A", Resource = "arn:aws:s3:::any" }, policies).Allowed);
    }

    [Theory]
    [InlineData("""{"StringEquals":{"aws:SecureTransport":"true"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:SecureTransport":"True"}}""", false)]
    [InlineData("""{"StringEquals":{"s3:max-keys":"10"}}""", false)]
    [InlineData("""{"StringEquals":{"s3:max-keys":"10.0"}}""", true)]
    [InlineData("""{"StringLike":{"aws:CurrentTime":"2026-*"}}""", true)]
    [InlineData("""{"NumericEquals":{"aws:username":"7"}}""", true)]
    public void Operators_work_on_text_whatever_the_type_of_the_key_PL_100(string condition, bool holds) => Assert.Equal(holds, Allows(
        $$"""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{{condition}}}""",
        new RequestContext().Set("aws:SecureTransport", "true").Set("s3:max-keys", "10.0").Set("aws:CurrentTime", "2026-01-01T00:00:00Z").Set("aws:username", "7")));

    [Theory]
    [InlineData("aws:PrincipalTag/a/b:c")] // [PL-118]
    [InlineData("saml:sub")]
    [InlineData("cognito-identity.amazonaws.com:sub")] // [PL-121]
    [InlineData("kms:EncryptionContext:x")]
    [InlineData("photos:Album")] // [PL-127]
    public void Every_key_of_one_value_can_be_a_variable_PL_115(string key) => Assert.True(Allows(
        $$$$$"""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"StringEquals":{"k:v":"${{{{{{key}}}}}}"}}}""", new RequestContext().Set("k:v", "x").Set(key.ToUpperInvariant(), "x")));

    [Fact]
    public void Tags_are_keys_of_one_value_whose_name_ignores_case_and_whose_value_does_not_PL_116_PL_118_PL_119_PL_120()
    {
        static bool Holds(string condition, RequestContext context) => Allows($$"""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{{condition}}}""", context);
        var tags = new RequestContext().Set("aws:ResourceTag/Cost:Center/x", "red").Set("aws:ResourceTag/empty", "").Set("aws:TagKeys", new[] { "Team", "cost" });

        Assert.True(Holds("""{"StringEquals":{"aws:resourcetag/cost:center/X":"red"}}""", tags));
        Assert.False(Holds("""{"StringEquals":{"aws:ResourceTag/Cost:Center/x":"Red"}}""", tags));
        Assert.True(Holds("""{"StringEquals":{"aws:ResourceTag/empty":""},"Null":{"aws:ResourceTag/empty":"false"}}""", tags));
        Assert.False(Holds("""{"ForAllValues:StringEquals":{"aws:TagKeys":["team","cost"]}}""", tags));
        Assert.True(Holds("""{"ForAllValues:StringEquals":{"aws:TagKeys":["Team","cost"]}}""", tags));
    }

    [Fact]
    public void Provider_in_the_name_of_a_claim_ignores_case_PL_121() => Assert.True(Allows(
        """{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"StringEquals":{"Oidc.EKS.eu-west-1.amazonaws.com/id/EXAMPLE:aud":"x"}}}""",
        new RequestContext().Set("oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:aud", "x")));

    [Fact]
    public void Providers_outside_the_table_offer_every_plain_claim_PL_124() => Assert.Null(OidcClaims.Of("login.example"));

    [Fact]
    public void Key_nobody_supplies_is_absent_PL_127() => Assert.False(Allows(
        """{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"StringEquals":{"photos:Album":"x"}}}""", new RequestContext()));

    private static bool Allows(string statement, RequestContext context) =>
        Evaluator.Decide(new() { Principal = Ana, Action = "s3:A", Context = context }, new() { Identity = Set(statement) }).Allowed;

    private static AttachedPolicy Attached(string statement) => new("p", null, PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":{{statement}}}""").Document!);

    private static PolicySet Set(string statement) => PolicySet.Compile([Attached(statement)]);
}
