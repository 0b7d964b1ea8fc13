namespace Gatehouse.PolicyEngine.Tests.Matching;

public sealed class MatchingTests
{
    [Theory]
    [InlineData("*", "s3:GetObject", true)]
    [InlineData("s3:*", "S3:GetObject", true)]
    [InlineData("*:Get*", "dynamodb:GetItem", true)] // PL-54
    [InlineData("*:GetItem", "dynamodb:GetItem", true)]
    [InlineData("*:*", "dynamodb:GetItem", true)]
    [InlineData("s3:Get*", "s3:Ge", false)]
    [InlineData("s3:*Object", "s3:GetObject", true)]
    [InlineData("s3:*Obj*", "s3:GetObjectAcl", true)]
    [InlineData("s3:G?tObject", "s3:GetObject", true)]
    [InlineData("s3:GetObject", "s3:getobject", true)] // PL-53
    [InlineData("s3:GetObject ", "s3:GetObject", false)] // PL-55
    [InlineData("s3:Get_*", "s3:Get_Object", false)]
    [InlineData("s3:GetObject", "s33:GetObject", false)]
    [InlineData("s3:**", "s3:GetObject", true)]
    [InlineData("s3:", "s3:", true)]
    [InlineData("s3:?", "s3:", false)]
    public void Action_matches(string pattern, string action, bool matches)
    {
        Assert.Equal(matches, ActionPattern.Read(pattern).Matches(action));
        var counter = default(Counter);
        SetOf($$"""{"Effect":"Allow","Action":"{{pattern}}","Resource":"*"}""").Index.Visit(new(action), ref counter);
        Assert.Equal(matches ? 1 : 0, counter.Visits);
        var not = default(Counter);
        SetOf($$"""{"Effect":"Allow","NotAction":"{{pattern}}","Resource":"*"}""").Index.Visit(new(action), ref not);
        Assert.Equal(matches ? 0 : 1, not.Visits);
    }

    [Theory]
    [InlineData("arn:aws:s3:::bkt/*", "arn:aws:s3:::bkt/a", true)]
    [InlineData("arn:aws:s3:::bkt/*", "arn:aws:s3:::bkt", false)]
    [InlineData("arn:aws:s3::*:bkt", "arn:aws:s3:::bkt", true)] // PL-59
    [InlineData("arn:*:s3:*:*:bkt", "arn:aws:s3:::bkt", true)] // PL-63
    [InlineData("arn:aws:s3:::b?t/x", "arn:aws:s3:::bkt/x", true)]
    [InlineData("arn:aws:sqs:*:q", "arn:aws:sqs:eu:1:q", false)] // PL-58
    [InlineData("arn:aws:*:*:*:*", "arn:aws:sqs:eu:1:a:b:c", true)]
    [InlineData("arn:aws:SQS:eu:1:q", "arn:aws:sqs:eu:1:q", false)] // PL-62
    [InlineData("arn:aws:s3:::bkt/%2e//..", "arn:aws:s3:::bkt/.", false)] // PL-67
    [InlineData("*", "*", true)] // PL-60, PL-61
    [InlineData("**", "*", true)]
    [InlineData("arn:*", "*", false)]
    [InlineData("${*}", "*", false)]
    [InlineData("*", "photo/1", true)]
    [InlineData("photo/*", "photo/1", true)] // PL-66
    [InlineData("photo/*", "arn:aws:s3:::photo/1", false)]
    [InlineData("arn:aws:s3:::${v:name}/*", "arn:aws:s3:::ana/x", true)] // PL-104
    [InlineData("arn:aws:s3:::${v:name}*", "arn:aws:s3:::anabel", true)]
    [InlineData("arn:aws:s3:::*${v:name}", "arn:aws:s3:::x/ana", true)]
    [InlineData("arn:aws:s3:::*${v:name}*z", "arn:aws:s3:::x/ana/y/z", true)]
    [InlineData("arn:aws:s3:::${v:absent}*", "arn:aws:s3:::x", false)] // PL-108
    [InlineData("arn:aws:s3:::${v:star}", "arn:aws:s3:::x", false)] // PL-106
    [InlineData("arn:aws:s3:::${v:star}", "arn:aws:s3:::*", true)]
    [InlineData("arn:aws:iam::${v:account}:user/x", "arn:aws:iam::1:user/x", true)] // PL-57
    [InlineData("arn:aws:iam::${v:absent, '1'}:user/x", "arn:aws:iam::1:user/x", true)]
    [InlineData("arn:${v:partition}:s3:::x", "arn:aws:s3:::x", false)]
    [InlineData("arn:aws:s3:::a${$}b", "arn:aws:s3:::a$b", true)]
    [InlineData("arn:aws:s3:::${v:name", "arn:aws:s3:::${v:name", true)] // PL-113
    public void Resource_matches(string pattern, string resource, bool matches) =>
        Assert.Equal(matches, ResourcePattern.Compile(pattern, variables: true).Matches(new(resource), Context, strict: false));

    [Theory]
    [InlineData("arn:aws:sqs", true, false)] // PL-65
    [InlineData("arn:aws:sqs:*", true, true)]
    [InlineData("arn:*", true, true)]
    [InlineData("arn:aws:sqs:eu:1:q", true, true)]
    [InlineData("arn:aws:sqs:eu:1", true, false)]
    [InlineData("arn:aws:sns", false, false)]
    public void Short_pattern_means_anything_where_it_belongs_to_the_caller(string pattern, bool matches, bool strictly)
    {
        var compiled = ResourcePattern.Compile(pattern, variables: true);

        Assert.Equal((matches, strictly), (compiled.Matches(new("arn:aws:sqs:eu:1:q"), Context, strict: false), compiled.Matches(new("arn:aws:sqs:eu:1:q"), Context, strict: true)));
    }

    [Fact]
    public void Adversarial_pattern_is_bounded_by_pattern_times_text_PL_102()
    {
        var text = new string('a', 100_000);

        Assert.True(TextPattern.Compile(string.Concat(Enumerable.Repeat("*a", 1_024)), variables: false, wildcards: true).Matches(text, Context));
        Assert.False(TextPattern.Compile(string.Concat(Enumerable.Repeat("*a", 1_024)) + "b", variables: false, wildcards: true).Matches(text, Context));
        Assert.False(TextPattern.Compile(string.Concat(Enumerable.Repeat("*?a", 512)) + "b", variables: false, wildcards: true).Matches(text, Context));
        Assert.False(ActionPattern.Read("s3:" + string.Concat(Enumerable.Repeat("*a", 512)) + "b").Matches("s3:" + new string('a', 128)));
        Assert.NotNull(PolicyDocument.Parse($$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::{{{string.Concat(Enumerable.Repeat("${a", 40_000))}}}"}}""").Document);
    }

    [Fact]
    public void Set_of_thousands_of_statements_finds_the_same_as_looking_at_each()
    {
        var random = new Random(7);
        var patterns = Enumerable.Range(0, 6_000).Select(_ => $"s{random.Next(3)}:{"GLPD"[random.Next(4)]}{(random.Next(3) == 0 ? "*" : random.Next(40))}{(random.Next(4) == 0 ? "*x" : "")}").ToArray();
        var documents = patterns.Chunk(1_000).Select((chunk, index) => new AttachedPolicy($"p{index}", null, PolicyDocument.Parse(
            $$"""{"Statement":[{{string.Join(',', chunk.Select((pattern, number) => $$"""{"Effect":"{{(number % 3 == 0 ? "Deny" : "Allow")}}","{{(number % 50 == 0 ? "NotAction" : "Action")}}":"{{pattern}}","Resource":"*"}"""))}}]}""").Document)).ToArray();
        var set = PolicySet.Compile(documents);
        var statements = documents.SelectMany(policy => policy.Document!.Statements).Select(statement => statement.Compiled).ToArray();
        foreach (var action in patterns.Take(200).Concat(["s0:", "s9:G1", "none", "S1:g17X"]).Select(pattern => pattern.Replace('*', 'q')))
        {
            var counter = new Counter { Seen = [] };
            set.Index.Visit(new(action), ref counter);

            Assert.Equal(statements.Where(one => one.MatchesAction(action)).ToHashSet(), counter.Seen!.ToHashSet());
            Assert.Equal(counter.Visits, counter.Seen!.Count);
        }
    }

    private static RequestContext Context => new RequestContext().Set("v:name", "ana").Set("v:star", "*").Set("v:account", "1").Set("v:partition", "aws");

    private static PolicySet SetOf(string statement) => PolicySet.Compile([new("p", null, PolicyDocument.Parse($$"""{"Statement":{{statement}}}""").Document)]);

    private struct Counter : IStatementVisitor
    {
        public int Visits;
        public List<CompiledStatement>? Seen;

        public bool Visit(CompiledStatement statement, bool deny)
        {
            Visits++;
            Seen?.Add(statement);
            Assert.Equal(deny, statement.Deny);
            return false;
        }
    }
}
