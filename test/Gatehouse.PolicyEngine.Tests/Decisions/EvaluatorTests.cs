using Gatehouse.PolicyEngine.Tests.Reference;

namespace Gatehouse.PolicyEngine.Tests.Decisions;

public sealed class EvaluatorTests
{
    private const string Everything = """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private static readonly Principal Ana = Principal.User("arn:aws:iam::111122223333:user/ana", "AIDAEXAMPLEEXAMPLE01");
    private static readonly Decision Failed = new(DecisionOutcome.ImplicitDeny, PolicyLayer.EvaluationError);

    [Fact]
    public void Deciding_allocates_nothing()
    {
        var cases = Enumerable.Range(0, 300).Select(seed => new CaseGenerator(seed).Draw()).Select(one => (Request: CaseFeeding.Request(one), Policies: CaseFeeding.Policies(one))).ToArray();
        Assert.All(cases, one => Evaluator.Decide(one.Request, one.Policies));
        Assert.All(Enumerable.Range(0, cases.Length), seed =>
        {
            var (request, policies) = cases[seed];
            var before = GC.GetAllocatedBytesForCurrentThread();
            Evaluator.Decide(request, policies);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        });
    }

    [Fact]
    public void Filling_a_cleared_context_again_allocates_nothing()
    {
        var context = new RequestContext();
        Fill(context);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Fill(context);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Fill(RequestContext context)
        {
            context.Clear();
            context.Set("aws:username", "ana").Set("aws:SourceIp", "203.0.113.9").Set("aws:PrincipalArn", "arn:aws:iam::111122223333:user/ana");
        }
    }

    [Fact]
    public void Context_that_is_filled_again_forgets_what_it_read()
    {
        var policies = Identity("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"},"DateLessThan":{"aws:CurrentTime":"2026-01"},"NumericLessThan":{"k:n":"5"},"ArnLike":{"k:arn":"arn:aws:s3:::a*"}}}}""");
        var context = new RequestContext();
        var request = new AuthorizationRequest { Principal = Ana, Action = "s3:GetObject", Context = context };
        foreach (var (address, time, number, arn, allowed) in new[]
        {
            ("203.0.113.9", "2025-01", "4", "arn:aws:s3:::ab", true), ("198.51.100.1", "2025-01", "4", "arn:aws:s3:::ab", false), ("203.0.113.9", "2027-01", "4", "arn:aws:s3:::ab", false),
            ("203.0.113.9", "2025-01", "6", "arn:aws:s3:::ab", false), ("203.0.113.9", "2025-01", "4", "arn:aws:s3:::b", false), ("203.0.113.8", "2024-01", "3", "arn:aws:s3:::a", true),
        })
        {
            context.Clear();
            context.Set("aws:SourceIp", address).Set("aws:CurrentTime", time).Set("k:n", number).Set("k:arn", arn);

            Assert.Equal(allowed, Evaluator.Decide(request, policies).Allowed);
            Assert.Equal(allowed, Evaluator.Decide(request, policies).Allowed);
        }
    }

    [Fact]
    public void Unreadable_policy_denies_everything_PE_3()
    {
        var broken = AttachedPolicy.Read("broken", "arn:aws:iam::111122223333:policy/broken", "{");
        var policies = new PolicyInputs { Identity = PolicySet.Compile([AttachedPolicy.Read("full", null, Everything), broken]) };
        var request = new AuthorizationRequest { Principal = Ana, Action = "s3:GetObject" };

        Assert.Equal(Failed, Evaluator.Decide(request, policies));
        var explanation = Evaluator.Explain(request, policies);
        Assert.Equal((Failed, broken), (explanation.Decision, Assert.Single(explanation.Unreadable)));
        Assert.Contains("unreadable: policy broken", explanation.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Unreadable_policy_that_is_not_in_force_changes_nothing()
    {
        var broken = PolicySet.Compile([AttachedPolicy.Read("broken", null, "{")]);
        var request = new AuthorizationRequest { Principal = Principal.AssumedRole("arn:aws:sts::111122223333:assumed-role/a/x", "arn:aws:iam::111122223333:role/a", null, serviceLinked: true), Action = "s3:GetObject" };

        Assert.True(Evaluator.Decide(request, Identity(Everything) with { ServiceControl = [new("account", broken)] }).Allowed);
    }

    [Theory]
    [InlineData("Allow", "StringEquals", "ana", false, PolicyLayer.Identity)] // PL-90
    [InlineData("Deny", "StringEquals", "ana", true, PolicyLayer.EvaluationError)]
    [InlineData("Deny", "StringEquals", "bo", true, PolicyLayer.Identity)]
    public void Unknown_operator_helps_no_allow_and_weakens_no_deny(string effect, string known, string name, bool alsoAllowed, PolicyLayer layer)
    {
        var allow = alsoAllowed ? """{"Effect":"Allow","Action":"*","Resource":"*"},""" : "";
        var policies = Identity($$$$"""{"Statement":[{{{{allow}}}}{"Effect":"{{{{effect}}}}","Action":"*","Resource":"*","Condition":{"StringSoundsLike":{"a":"b"},"{{{{known}}}}":{"aws:username":"{{{{name}}}}"}}}]}""");
        var request = new AuthorizationRequest { Principal = Ana, Action = "s3:GetObject", Context = new RequestContext().Set("aws:username", "ana") };

        var decision = Evaluator.Decide(request, policies);

        Assert.Equal(layer, decision.Layer);
        Assert.Equal(alsoAllowed && layer == PolicyLayer.Identity, decision.Allowed);
    }

    [Fact]
    public void Stored_ids_name_users_and_roles_PL_31_PE_24()
    {
        var policies = new PolicyInputs { Resource = Set("""{"Statement":{"Effect":"Allow","Principal":{"AWS":["AIDAEXAMPLEEXAMPLE01","AROAEXAMPLEEXAMPLE01"]},"Action":"*","Resource":"*"}}""") };
        Decision Ask(Principal caller) => Evaluator.Decide(new() { Principal = caller, Action = "s3:GetObject", Resource = "arn:aws:s3:::b" }, policies);

        Assert.True(Ask(Ana).Allowed);
        Assert.False(Ask(Principal.User(Ana.Arn!, "AIDAEXAMPLEEXAMPLE02")).Allowed);
        Assert.True(Ask(Principal.AssumedRole("arn:aws:sts::111122223333:assumed-role/a/x", "arn:aws:iam::111122223333:role/a", "AROAEXAMPLEEXAMPLE01")).Allowed);
        Assert.False(Ask(Principal.AssumedRole("arn:aws:sts::111122223333:assumed-role/a/x", "arn:aws:iam::111122223333:role/a", "AROAEXAMPLEEXAMPLE02")).Allowed);
    }

    [Fact]
    public void Canonical_id_names_an_account_PL_34()
    {
        var id = new string('a', 64);
        var policies = Identity(Everything) with { Resource = Set($$$"""{"Statement":{"Effect":"Allow","Principal":{"CanonicalUser":"{{{id}}}"},"Action":"*","Resource":"*"}}""") };
        var request = new AuthorizationRequest { Principal = Ana with { CanonicalId = id }, Action = "s3:GetObject", Resource = "arn:aws:s3:::b", ResourceAccount = "444455556666" };

        Assert.True(Evaluator.Decide(request, policies).Allowed);
        Assert.False(Evaluator.Decide(request with { Principal = Ana }, policies).Allowed);
    }

    [Fact]
    public void AssumeRoot_session_is_limited_to_its_task_policy_PE_53()
    {
        var task = Set("""{"Statement":{"Effect":"Allow","Action":"s3:DeleteBucketPolicy","Resource":"*"}}""");
        var open = Set("""{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}""");
        Decision Ask(string action, PolicyInputs policies) => Evaluator.Decide(new() { Principal = Principal.AssumedRoot("111122223333"), Action = action, Resource = "arn:aws:s3:::b", ResourceAccount = "111122223333" }, policies);

        Assert.True(Ask("s3:DeleteBucketPolicy", new() { Session = task }).Allowed);
        Assert.False(Ask("s3:GetObject", new() { Session = task }).Allowed);
        Assert.False(Ask("s3:GetObject", new() { Session = task, Resource = open }).Allowed);
        Assert.False(Ask("s3:GetObject", new()).Allowed);
    }

    [Fact]
    public void Passing_a_role_asks_the_callers_side_alone_PE_82()
    {
        var request = new AuthorizationRequest { Principal = Ana, Action = "iam:PassRole", Resource = "arn:aws:iam::111122223333:role/app", CallerSideOnly = true };

        Assert.True(Evaluator.Decide(request, Identity(Everything) with { Resource = Set("""{"Statement":{"Effect":"Deny","Principal":"*","Action":"*"}}"""), ResourceIsTrust = true }).Allowed);
    }

    [Fact]
    public void Nothing_thrown_even_by_nonsense()
    {
        foreach (var action in (string[])["", ":", "a", "a:b:c", "\0", new string('x', 70_000)])
        {
            foreach (var resource in (string[])["", ":", "arn:", "arn:::::", new string(':', 70_000), "\ud800"])
            {
                Evaluator.Decide(new() { Principal = Ana, Action = action, Resource = resource }, Identity(Everything));
            }
        }

        Assert.Equal(Failed, Evaluator.Decide(null!, null!));
    }

    [Theory]
    [InlineData("sts:GetCallerIdentity", true)] // PE-13
    [InlineData("sts:getcalleridentity", true)]
    [InlineData("sts:GetSessionToken", true)] // PE-14
    [InlineData("sts:AssumeRole", null)]
    [InlineData("iam:GetUser", null)]
    public void Some_requests_of_users_are_answered_without_policies(string action, bool? allowed) => Assert.Equal(allowed, FixedAnswers.Find(Ana, action)?.Allowed);

    [Fact]
    public void Some_credentials_are_refused_without_policies_PE_15()
    {
        var role = Principal.AssumedRole("arn:aws:sts::111122223333:assumed-role/a/x", "arn:aws:iam::111122223333:role/a");
        var carol = Principal.FederatedUser("arn:aws:sts::111122223333:federated-user/carol", null);

        Assert.Equal(new(false, "Cannot call GetSessionToken with session credentials"), FixedAnswers.Find(role, "sts:GetSessionToken"));
        Assert.Equal(new(false, "Cannot call GetFederationToken with session credentials"), FixedAnswers.Find(role, "sts:GetFederationToken"));
        Assert.Equal(new(false, "Roles may not be assumed by root accounts."), FixedAnswers.Find(Principal.Root("111122223333"), "sts:AssumeRole"));
        Assert.False(FixedAnswers.Find(carol, "iam:GetUser")!.Allowed);
        Assert.False(FixedAnswers.Find(carol, "sts:AssumeRole")!.Allowed);
        Assert.True(FixedAnswers.Find(carol, "sts:GetCallerIdentity")!.Allowed);
        Assert.Null(FixedAnswers.Find(carol, "s3:GetObject"));
        Assert.False(FixedAnswers.Find(Ana, "iam:GetUser", sessionToken: true)!.Allowed);
        Assert.Null(FixedAnswers.Find(Ana, "iam:GetUser", sessionToken: true, withMfa: true));
        Assert.Null(FixedAnswers.Find(Ana, "sts:AssumeRole", sessionToken: true, withMfa: true));
        Assert.False(FixedAnswers.Find(Ana, "sts:AssumeRole", sessionToken: true)!.Allowed);
        Assert.False(FixedAnswers.Find(Ana, "sts:GetAccessKeyInfo", sessionToken: true, withMfa: true)!.Allowed);
    }

    private static PolicyInputs Identity(string text) => new() { Identity = Set(text) };

    private static PolicySet Set(string text)
    {
        var policy = AttachedPolicy.Read("p", null, text);
        Assert.NotNull(policy.Document);
        return PolicySet.Compile([policy]);
    }
}
