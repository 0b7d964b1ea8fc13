namespace Gatehouse.PolicyEngine.Tests.Documents;

/// <summary>What AWS refuses on save, in its own words and its own order (PL section 6).</summary>
public sealed class ValidationTests
{
    private const string Syntax = "Syntax errors in policy.";
    private const string Legacy = "The policy failed legacy parsing";
    private const string Iam = "IAM resource path must either be \"*\" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.";
    private const string TrustActions = "Trust Policy statement actions can only be sts:AssumeRole, sts:AssumeRoleWithSAML,  and sts:AssumeRoleWithWebIdentity";
    private const string PolicyType = "The provided policy document does not meet the requirements of the specified policy type.";

    [Theory]
    [InlineData("not json", Syntax)]
    [InlineData("[]", Syntax)]
    [InlineData("{}", Syntax)]
    [InlineData("""{"Statement":[]}""", Syntax)]
    [InlineData("""{"Statement":{},"Statement":{}}""", Syntax)]
    [InlineData("""{"Version":"2013-10-17","Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*"}}""", Syntax)]
    [InlineData("""{"Id":{},"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*"}}""", Syntax)]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*"},"Extra":1}""", Syntax)]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*"}} {}""", Syntax)]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*",}}""", Syntax)]
    public void Document_with_a_fault_of_its_own_is_refused(string text, string message) => Refused(text, PolicyKind.Identity, message);

    [Theory]
    [InlineData("""{"Effect":"invalid","Action":"s3:A","Resource":"*"}""", Syntax)]
    [InlineData("""{"Action":"s3:A","Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","effect":"Allow","Action":"s3:A","Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":{},"Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":[["s3:A"]],"Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":null,"Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","NotAction":[],"Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","NotResource":[]}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Principal":"*","NotPrincipal":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":["*",{}]}""", Syntax)]
    [InlineData("""{"Sid":[],"Effect":"Allow","Action":"s3:A","Resource":"*"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":"a"}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"DateGreaterThan":"b"}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"DateGreaterThan":{"a":{}}}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"StringEquals":{"a":null}}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"x":{"a":"1"}}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"stringequals":{"a":"1"}}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"NullIfExists":{"a":"true"}}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"ForAnyValue::StringEquals":{"a":"1"}}}""", Syntax)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"Bool":{"a":"1"},"Bool":{"b":"1"}}}""", Syntax)]
    [InlineData("""{"Effect":"denY","Action":"s3:A","Resource":"*"}""", Legacy)]
    [InlineData("""{"Effect":"allow","Resource":"arn:aws:s3:us-east-1::x"}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"DateGreaterThan":{"a":"sdfdsf"}}}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"arn:error:s3:::x","Condition":{"DateEquals":{"a":"b"}}}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"arn:aws:s3::x"}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Resource":"arn:aws:s3::x"}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","NotResource":"arn:aws:s3::x"}""", Legacy)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"arn:aws::::x"}""", Legacy)]
    [InlineData("""{"Sid":"a b","Effect":"Allow","Action":"s3:A","Resource":"*"}""", "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*")]
    [InlineData("""{"Effect":"Allow","Resource":"*"}""", "Policy statement must contain actions.")]
    [InlineData("""{"Effect":"Allow"}""", "Policy statement must contain actions.")]
    [InlineData("""{"Effect":"Allow","Action":[],"Resource":"*"}""", "Policy statement must contain actions.")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"invalid resource"}""", "Resource invalid resource must be in ARN format or \"*\".")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":""}""", "Resource  must be in ARN format or \"*\".")]
    [InlineData("""{"Effect":"Allow","Action":"s:3:A","Resource":"x"}""", "Resource x must be in ARN format or \"*\".")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"a:b"}""", "Partition \"b\" is not valid for resource \"arn:b:*:*:*:*\".")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"a:b:c"}""", "Partition \"b\" is not valid for resource \"arn:b:c:*:*:*\".")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"a:b:c:d:e:f:g:h"}""", "Partition \"b\" is not valid for resource \"arn:b:c:d:e:f:g:h\".")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"aws:s3:::x"}""", "Partition \"s3\" is not valid for resource \"arn:s3:::x:*\".")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":["arn:error:s3:::x","arn:error:s3::x"]}""", "Partition \"error\" is not valid for resource \"arn:error:s3:::x\".")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"arn:aws"}""", "Resource vendor must be fully qualified and cannot contain regexes.")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"arn:aws:iam:us-east-1::x"}""", "IAM resource arn:aws:iam:us-east-1::x cannot contain region information.")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"arn:aws:s3:us-east-1::x"}""", "Resource arn:aws:s3:us-east-1::x can not contain region information.")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"arn:aws:iam:::x"}""", Iam)]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"arn:aws:iam::*:u*"}""", Iam)]
    [InlineData("""{"Effect":"Allow","Action":"invalid"}""", "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    [InlineData("""{"Effect":"Allow","NotAction":"","Resource":"*"}""", "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A:B","Resource":"*"}""", "Actions/Condition can contain only one colon.")]
    [InlineData("""{"Effect":"Allow","Action":"a a:B","Resource":"*"}""", "Vendor a a is not valid")]
    [InlineData("""{"Effect":"Allow","Action":"s*:B","Resource":"*"}""", "Vendor s* is not valid")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A"}""", "Policy statement must contain resources.")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":[]}""", "Policy statement must contain resources.")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":[null]}""", "Policy statement must contain resources.")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Principal":"*"}""", "Policy document should not specify a principal.")]
    public void Statement_with_a_fault_is_refused_in_the_words_of_AWS(string statement, string message)
    {
        Refused($$"""{"Version":"2012-10-17","Statement":{{statement}}}""", PolicyKind.ManagedIdentity, message);
        Refused($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""", PolicyKind.Identity, message);
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"iam: asdf safdsf af ","Resource":"arn:aws:s3:::x"}""")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":["arn:aws:s3:::x","*",null]}""")]
    [InlineData("""{"Effect":"Allow","Action":"*:Get*","Resource":"arn:aws:fdsasf"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3-s.t:A","Resource":"arn:aws:s33:::x"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"arn:aws:iam:::user/x"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"arn:*:iam::*:*"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"arn:aws:s3:us-west-2:123456789012:accesspoint/my"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"arn:aws:s3:us-west-2:123456789012:access-grants/default"}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"arn:aws:cloudwatch:us-east-1::x"}""")]
    [InlineData("""{"Sid":"","Effect":"Allow","NotAction":"s3:A","NotResource":"*","Condition":{}}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"a":{},"DateGreaterThan":{"a":[]}}}""")]
    [InlineData("""{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"ForAnyValue:StringEqualsIfExists":{"a":["b",1,true]}}}""")]
    public void Statement_that_AWS_accepts_is_accepted(string statement)
    {
        var parse = PolicyValidator.Validate($$"""{"Id":"x","Version":"2012-10-17","Statement":[{{statement}}]}""", PolicyKind.ManagedIdentity);

        Assert.True(parse.Valid, string.Join('\n', parse.Problems));
    }

    [Theory]
    [InlineData("2019-07-01T13:20:15Z", true)]
    [InlineData("2016-12-13t2:00:00.593194+23", true)]
    [InlineData("2016-12-13T21:20:37.593194+00:00", true)]
    [InlineData("2016-12-13T21:20:37-05:00", true)]
    [InlineData("01T", true)]
    [InlineData("-292275054", true)]
    [InlineData("-292275055", false)]
    [InlineData("9223372036854775807", true)]
    [InlineData("9223372036854775808", false)]
    [InlineData("", false)]
    [InlineData("sdfdsf", false)]
    [InlineData("234-13", false)]
    [InlineData("2016-12-13t2:00:00.593194+1", false)]
    [InlineData("2016-12-13t2:00:00.1999999999+10:59", false)]
    public void Dates_are_checked_when_saved_PL_48(string date, bool accepted)
    {
        var parse = PolicyValidator.Validate(
            $$$$$"""{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*","Condition":{"DateLessThan":{"a":"{{{{{date}}}}}"}}}}""", PolicyKind.Identity);

        Assert.Equal(accepted ? null : Legacy, parse.Problems.FirstOrDefault()?.WireText);
    }

    [Fact]
    public void Stages_speak_in_their_order_whatever_the_order_of_the_text()
    {
        // From the last stage to the first: each fault added is named before all that were there.
        var text = """{"Statement":[{"Effect":"Allow","Action":"x","Resource":"y","Sid":"a"},{"Effect":"Allow","Resource":"z","Sid":"a"},{"Effect":"deny","Action":"s3:A","Resource":"*"}]}""";

        var parse = PolicyValidator.Validate(text, PolicyKind.ManagedIdentity);

        Assert.Equal([3, 4, 5, 7, 8, 8, 9], parse.Problems.Select(problem => problem.Stage));
        Assert.Null(parse.Document);
    }

    [Theory]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*"}}""")]
    [InlineData("""{"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":"s3:A","Resource":"*"}}""")]
    public void Managed_policy_must_be_of_the_newer_version_PL_17(string text)
    {
        Refused(text, PolicyKind.ManagedIdentity, "Policy document must be version 2012-10-17 or greater.");
        Refused(text, PolicyKind.Boundary, "Policy document must be version 2012-10-17 or greater.");
        Assert.True(PolicyValidator.Validate(text, PolicyKind.Identity).Valid);
        Assert.True(PolicyValidator.Validate(text, PolicyKind.ServiceControl).Valid);
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}""", null)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":["STS:assumerole","sts:TagSession","sts:GetSessionToken"]}""", null)]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"my-service.corp.example"},"Action":"sts:*"}""", null)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"AIDAEXAMPLEEXAMPLE01","Federated":"accounts.google.com"},"Action":"sts:Assume*"}""", null)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:sts::111122223333:assumed-role/app/s1"},"Action":"sts:AssumeRole"}""", null)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":[]},"Action":"sts:AssumeRole"}""", null)]
    [InlineData("""{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/sts.windows.net/tenant/"},"Action":"sts:AssumeRoleWithWebIdentity"}""", null)]
    [InlineData("""{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/"},"Action":"sts:AssumeRoleWithWebIdentity"}""", "Federated principals must be valid domain names or SAML metadata ARNs")]
    [InlineData("""{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider//"},"Action":"sts:AssumeRoleWithWebIdentity"}""", "Federated principals must be valid domain names or SAML metadata ARNs")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"*"}""", TrustActions)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:GetObject"}""", TrustActions)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"*"},"NotAction":"sts:AssumeRole"}""", TrustActions)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Resource":"*"}""", "Has prohibited field Resource")]
    [InlineData("""{"Effect":"Allow","Action":"sts:AssumeRole"}""", "Missing required field Principal")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}""", "AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/*"},"Action":"sts:AssumeRole"}""", "Invalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:user/*\"")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:group/x"},"Action":"sts:AssumeRole"}""", "Invalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:group/x\"")]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"*.amazonaws.com"},"Action":"sts:AssumeRole"}""", "Invalid principal in policy: \"SERVICE\":\"*.amazonaws.com\"")]
    [InlineData("""{"Effect":"Allow","Principal":{"Federated":"elsewhere.example"},"Action":"sts:AssumeRoleWithWebIdentity"}""", "Invalid principal in policy: \"FEDERATED\":\"elsewhere.example\"")]
    [InlineData("""{"Effect":"Allow","Principal":{"Federated":"nonsense"},"Action":"sts:AssumeRoleWithWebIdentity"}""", "Federated principals must be valid domain names or SAML metadata ARNs")]
    [InlineData("""{"Effect":"Allow","Principal":{"User":"x"},"Action":"sts:AssumeRole"}""", Syntax)]
    public void Trust_policies_have_rules_of_their_own_PL_43(string statement, string? message)
    {
        var parse = PolicyValidator.Validate($$"""{"Version":"2012-10-17","Statement":{{statement}}}""", PolicyKind.Trust);

        Assert.Equal(message, parse.Problems.FirstOrDefault()?.WireText);
        Assert.Equal(message is null, parse.Document is not null);
    }

    [Fact]
    public void Trust_policy_that_is_no_JSON_has_a_message_of_its_own() => Refused("{", PolicyKind.Trust, "This policy contains invalid Json");

    [Theory]
    [InlineData("", false)]
    [InlineData(""","Condition":{"StringLike":{"token.actions.githubusercontent.com:sub":"*"}}""", false)]
    [InlineData(""","Condition":{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}""", false)]
    [InlineData(""","Condition":{"StringLikeIfExists":{"token.actions.githubusercontent.com:sub":"repo:acme/*"}}""", false)]
    [InlineData(""","Condition":{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:acme/*"}}""", true)]
    public void Trust_in_a_provider_of_many_must_name_whose_tokens_PL_50(string condition, bool accepted)
    {
        var text = $$$"""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},
             "Action":"sts:AssumeRoleWithWebIdentity"{{{condition}}}}}
            """;

        Assert.Equal(accepted, PolicyValidator.Validate(text, PolicyKind.Trust).Valid);
        Assert.True(PolicyValidator.Validate(text, PolicyKind.Trust, new() { SharedProvidersWithoutTenant = true }).Valid);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/gitlab.com", "gitlab.com:sub")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/gitlab.com/", "gitlab.com/:sub")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/vstoken.actions.githubusercontent.com", "vstoken.actions.githubusercontent.com:sub")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/agent.buildkite.com", "agent.buildkite.com:sub")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/oidc.codefresh.io", "oidc.codefresh.io:sub")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/app.terraform.io", "app.terraform.io:sub")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/scalr.io", "scalr.io:sub")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/proidc.upbound.io", "proidc.upbound.io:sub")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/api.pulumi.com/oidc", "api.pulumi.com/oidc:aud")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/oidc.vercel.com", "oidc.vercel.com:aud")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com:aud")]
    [InlineData("cognito-identity.amazonaws.com", "cognito-identity.amazonaws.com:aud")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d", "sts:RoleSessionName")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/gitlab.example.com", "gitlab.example.com:sub")]
    public void Each_provider_of_many_has_what_tells_its_tenants_apart_PL_50(string provider, string key)
    {
        // [AU-426]
        PolicyValidationOptions options = new() { SharedProviders = [new("gitlab.example.com", "sub")] };
        bool Takes(string conditions) => PolicyValidator.Validate(
            $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"{{provider}}"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{{conditions}} } }""",
            PolicyKind.Trust,
            options).Valid;

        Assert.True(Takes($$"""{"StringEquals":{"{{key}}":"acme"} }"""));
        Assert.True(Takes($$"""{"ForAnyValue:StringLike":{"{{key.ToUpperInvariant()}}":["a*","b"]} }"""));
        foreach (var nothing in (string[])["*", "?*", "**"])
        {
            Assert.False(Takes($$"""{"StringLike":{"{{key}}":"{{nothing}}"} }"""));
            Assert.False(Takes($$"""{"StringLike":{"{{key}}":["acme","{{nothing}}"]} }"""));
        }

        Assert.False(Takes($$"""{"StringNotEquals":{"{{key}}":"acme"} }"""));
        Assert.False(Takes($$"""{"ForAllValues:StringEquals":{"{{key}}":"acme"} }"""));
        Assert.False(Takes("""{"StringEquals":{"gitlab.com:ref_protected":"true"} }"""));
    }

    [Fact]
    public void Provider_that_nobody_calls_shared_needs_no_tenant_PL_50() => Assert.True(PolicyValidator.Validate(
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/gitlab.example.com"},"Action":"sts:AssumeRoleWithWebIdentity"}}""",
        PolicyKind.Trust).Valid);

    [Theory]
    [InlineData(PolicyKind.ServiceControl, """{"Effect":"Allow","NotAction":"*","NotResource":"arn:aws:s3:::x","Condition":{"Null":{"a":"true"}}}""", null)]
    [InlineData(PolicyKind.ServiceControl, """{"Effect":"Deny","Action":"*","Resource":"arn:aws:sqs:*"}""", null)]
    [InlineData(PolicyKind.ServiceControl, """{"Effect":"Deny","Action":"*","Resource":"arn:aws:sqs"}""", PolicyType)]
    [InlineData(PolicyKind.ServiceControl, """{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}""", PolicyType)]
    [InlineData(PolicyKind.ServiceControl, """{"Effect":"Deny","Action":"*"}""", PolicyType)]
    [InlineData(PolicyKind.ResourceControl, """{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}""", null)]
    [InlineData(PolicyKind.ResourceControl, """{"Effect":"Deny","Principal":{"AWS":"111122223333"},"Action":"s3:*","Resource":"*"}""", PolicyType)]
    [InlineData(PolicyKind.ResourceControl, """{"Effect":"Deny","NotPrincipal":"*","Action":"s3:*","Resource":"*"}""", PolicyType)]
    [InlineData(PolicyKind.ResourceControl, """{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}""", PolicyType)]
    [InlineData(PolicyKind.ResourceControl, """{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}""", PolicyType)]
    [InlineData(PolicyKind.ResourceControl, """{"Effect":"Deny","Principal":"*","NotAction":"s3:*","Resource":"*"}""", PolicyType)]
    [InlineData(PolicyKind.ResourceControl, """{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:sqs:*"}""", PolicyType)]
    [InlineData(PolicyKind.Resource, """{"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"},"Action":"s3:*","Resource":"*"}""", null)]
    [InlineData(PolicyKind.Resource, """{"Effect":"Deny","Principal":{"CanonicalUser":"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"},"Action":"s3:*"}""", null)]
    [InlineData(PolicyKind.Resource, """{"Effect":"Deny","Action":"s3:*","Resource":"*"}""", "Missing required field Principal")]
    [InlineData(PolicyKind.Endpoint, """{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}""", null)]
    [InlineData(PolicyKind.Endpoint, """{"Effect":"Allow","Action":"*","Resource":"*"}""", "Missing required field Principal")]
    [InlineData(PolicyKind.Session, """{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}""", "Policy document should not specify a principal.")]
    public void Each_kind_of_policy_has_its_rules(PolicyKind kind, string statement, string? message)
    {
        var parse = PolicyValidator.Validate($$"""{"Version":"2012-10-17","Statement":{{statement}}}""", kind);

        Assert.Equal(message, parse.Problems.FirstOrDefault()?.WireText);
    }

    [Fact]
    public void Service_with_its_own_names_may_relax_sids_and_resources_PL_21_PL_66()
    {
        const string Text = """{"Statement":{"Sid":"any thing","Effect":"Allow","Principal":"*","Action":"photos:View","Resource":"photo/*"}}""";

        Assert.False(PolicyValidator.Validate(Text, PolicyKind.Resource).Valid);
        Assert.True(PolicyValidator.Validate(Text, PolicyKind.Resource, new() { AnySid = true, AnyResource = true }).Valid);
    }

    private static void Refused(string text, PolicyKind kind, string message)
    {
        var parse = PolicyValidator.Validate(text, kind);

        Assert.Null(parse.Document);
        Assert.Equal(message, parse.Problems[0].WireText);
    }
}
