namespace Gatehouse.PolicyEngine.Tests.Context;

public sealed class RequestContextTests
{
    [Fact]
    public void Names_are_found_in_any_case_PL_73()
    {
        var context = new RequestContext().Set("aws:ResourceTag/Größe", "x").Set("kms:EncryptionContext:Id", "y");

        Assert.Equal("x", Get(context, "AWS:resourcetag/GRÖßE"));
        Assert.Equal("y", Get(context, "KMS:encryptioncontext:ID"));
        Assert.Null(Get(context, "kms:EncryptionContext"));
    }

    [Fact]
    public void Latest_values_count_and_no_values_are_absent_PL_75()
    {
        var context = new RequestContext().Set("k", "a").Set("K", "b").Set("gone", "x").Set("gone", Array.Empty<string>());

        Assert.Equal("b", Get(context, "k"));
        Assert.Null(Get(context, "gone"));
        Assert.Equal([KeyValuePair.Create("K", new ContextValues("b"))], context.All);
    }

    [Fact]
    public void Tags_that_differ_only_in_case_become_two_values_PL_117()
    {
        var context = new RequestContext().Add("aws:ResourceTag/Team", "red").Add("aws:ResourceTag/team", "blue");

        Assert.Equal("red, blue", Get(context, "aws:resourcetag/TEAM"));
    }

    [Fact]
    public void Included_keys_win_over_those_of_the_request_PE_5()
    {
        var principal = new RequestContext().Set("aws:username", "ana").Freeze();

        var context = new RequestContext().Set("aws:username", "mallory").Set("own", "1").Include(principal);

        Assert.Equal("ana", Get(context, "AWS:USERNAME"));
        Assert.Equal("1", Get(context, "own"));
        Assert.Equal(["aws:username", "own"], context.All.Select(pair => pair.Key));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public void Many_keys_are_found_as_well_as_few(int count)
    {
        var context = new RequestContext();
        for (var i = 0; i < count; i++)
        {
            context.Set($"aws:PrincipalTag/t{i}", $"old").Set($"aws:PrincipalTag/T{i}", $"v{i}");
        }

        Assert.All(Enumerable.Range(0, count), i => Assert.Equal($"v{i}", Get(context, $"AWS:principaltag/t{i}")));
        var frozen = new RequestContext().Include(context.Freeze());
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal($"v{i}", Get(frozen, $"AWS:principaltag/t{i}")));
        Assert.Null(Get(frozen, $"aws:PrincipalTag/t{count}"));
    }

    [Fact]
    public void Frozen_context_cannot_change() => Assert.Throws<InvalidOperationException>(() => RequestContext.Empty.Set("a", "b"));

    [Fact]
    public void Supplier_is_asked_once_for_what_is_found_nowhere_else()
    {
        var source = new Source();
        var context = new RequestContext().Set("own", "1").Include(source);

        Assert.Equal(("1", "lazy", "lazy", null, null), (Get(context, "own"), Get(context, "k:lazy"), Get(context, "K:LAZY"), Get(context, "x"), Get(context, "x")));
        Assert.Equal(["k:lazy", "x"], source.Asked);
    }

    [Fact]
    public void Supplier_that_throws_denies_PE_3()
    {
        var policies = new PolicyInputs { Identity = PolicySet.Compile([AttachedPolicy.Read("p", null, """{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"k:throws":"true"}}}]}""")]) };
        var request = new AuthorizationRequest { Principal = Principal.User("arn:aws:iam::111122223333:user/ana"), Action = "s3:GetObject", Context = new RequestContext().Include(new Source()) };

        Assert.Equal(new(DecisionOutcome.ImplicitDeny, PolicyLayer.EvaluationError), Evaluator.Decide(request, policies));
        Assert.Equal(new(DecisionOutcome.ImplicitDeny, PolicyLayer.EvaluationError), Evaluator.Explain(request, policies).Decision);
    }

    private static string? Get(RequestContext context, string name) => context.TryGet(name, out var values) ? values.ToString() : null;

    private sealed class Source : IContextSource
    {
        public List<string> Asked { get; } = [];

        public IEnumerable<KeyValuePair<string, ContextValues>> All => [];

        public bool TryFind(string name, out ContextValues values)
        {
            Asked.Add(name);
            if (name == "k:throws")
            {
                throw new TimeoutException();
            }

            values = name.Equals("k:lazy", StringComparison.OrdinalIgnoreCase) ? "lazy" : default(ContextValues);
            return values.Count > 0;
        }
    }
}
