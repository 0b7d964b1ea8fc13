namespace Gatehouse.PolicyEngine.Tests.Documents;

public sealed class DocumentTests
{
    [Fact]
    public void Every_problem_is_told_with_its_place_and_what_is_allowed()
    {
        const string Text = "{\n\t\"Statement\": [\n\t\t{\"Effect\": \"Grant\", \"Action\": 5}\n\t]\n}";

        var problems = PolicyDocument.Parse(Text).Problems;

        Assert.Equal(
            ["3:14 $.Statement[0].Effect: unknown-effect: found \"Grant\"; allowed: Allow or Deny", "3:33 $.Statement[0].Action: wrong-type: found 5; allowed: a string or a list of strings"],
            problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("", 1, 1, "the end of the text")]
    [InlineData("{\"a\" 1}", 1, 6, "'1'")]
    [InlineData("{'a':1}", 1, 2, "'''")]
    [InlineData("{\"a\":01}", 1, 8, "'}'")]
    [InlineData("{\"a\":NaN}", 1, 6, "'N'")]
    [InlineData("{\"a\":1}\n// no", 2, 1, "'/'")]
    [InlineData("{\"a\":\"\\ud800\"}", 1, 14, "'}'")]
    [InlineData("{\"a\":\"\t\"}", 1, 7, "'\t'")]
    public void Text_that_is_no_JSON_says_where_it_goes_wrong_PL_1(string text, int line, int column, string found)
    {
        var problem = Assert.Single(PolicyDocument.Parse(text).Problems);

        Assert.Equal(("invalid-json", new TextPosition(line, column), found), (problem.Code, problem.Position, problem.Found));
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", 1, 38, 1, 83)]
    [InlineData("""{"Version": "2012-10-17", "Statement": [{"Effect":"Allow","Action":"*","Resource":"*"}]}""", 1, 41, 1, 87)]
    [InlineData("{\"Statement\":[\n\t{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}\n]}", 1, 15, 2, 48)]
    public void Statement_starts_after_the_token_before_it_PE_88(string text, int startLine, int startColumn, int endLine, int endColumn)
    {
        var statement = PolicyDocument.Parse(text).Document!.Statements[0];

        Assert.Equal((new TextPosition(startLine, startColumn), new TextPosition(endLine, endColumn)), (statement.Start, statement.End));
    }

    [Fact]
    public void Following_statements_start_after_the_comma_PE_88()
    {
        var statements = PolicyDocument.Parse("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"} , {"Effect":"Deny","Action":"*","Resource":"*"}]}""").Document!.Statements;

        Assert.Equal((15, 61, 63, 109), (statements[0].Start.Column, statements[0].End.Column, statements[1].Start.Column, statements[1].End.Column));
    }

    [Fact]
    public void Size_counts_no_white_space_even_inside_strings_PL_16() => Assert.Equal(10, PolicyDocument.SizeOf("{ \"a b\" :\r\n\t\"c\" }"));

    [Fact]
    public void Byte_order_mark_and_white_space_around_are_ignored_PL_3_PL_4() =>
        Assert.True(PolicyDocument.Parse("\uFEFF \n{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}\t ").Valid);

    [Fact]
    public void Numbers_and_booleans_stay_as_written_PL_11()
    {
        var document = PolicyDocument.Parse("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"NumericEquals":{"k":[1.20,1e3,true]}}}}""").Document!;

        Assert.Equal(["1.20", "1e3", "true"], document.Statements[0].Conditions[0].Values);
    }

    [Theory]
    [InlineData(33, false)]
    [InlineData(20, true)]
    public void Depth_is_limited_PL_15(int depth, bool json)
    {
        var text = $"{{\"Statement\":{new string('[', depth)}{new string(']', depth)}}}";

        Assert.Equal(json ? "wrong-type" : "document-too-large", PolicyDocument.Parse(text).Problems[0].Code);
    }

    [Fact]
    public void Length_and_number_of_statements_and_strings_are_limited_PL_15()
    {
        var statement = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
        var strings = string.Join(',', Enumerable.Repeat("\"a:b\"", 10_001));

        Assert.Equal("statement-count", Refused($"{{\"Statement\":[{string.Join(',', Enumerable.Repeat(statement, 1_001))}]}}"));
        Assert.Equal("document-too-large", Refused($"{{\"Statement\":{{\"Action\":[{strings}]}}}}"));
        Assert.Equal("document-too-large", Refused(new string(' ', PolicyDocument.MostCharacters + 1)));

        static string Refused(string text) => PolicyValidator.Validate(text, PolicyKind.Identity).Problems[0].Code;
    }

    [Fact]
    public void Stored_text_may_be_longer_than_what_can_be_saved_as_AWS_policies_are()
    {
        var text = $$$"""{"Statement":{"Effect":"Allow","Action":["{{{new string('a', PolicyDocument.MostCharacters)}}}:b"],"Resource":"*"}}""";

        Assert.NotNull(PolicyDocument.Parse(text).Document);
        Assert.Equal("document-too-large", PolicyDocument.Parse(new string(' ', PolicyDocument.MostStoredCharacters + 1)).Problems[0].Code);
    }

    [Fact]
    public void Hostile_text_yields_a_bounded_number_of_problems() =>
        Assert.Equal(100, PolicyDocument.Parse($"{{\"Statement\":[{string.Join(',', Enumerable.Repeat("1", 900))}]}}").Problems.Count);

    [Fact]
    public void Context_keys_come_once_in_order_resource_variables_first_PE_124()
    {
        var document = PolicyDocument.Parse("""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${aws:username}/${*}/${aws:PrincipalTag/Team, 'x'}",
               "Condition":{"StringEquals":{"aws:SourceVpc":["${aws:userid}","b"]},"NumericEquals":{"k:n":"${not:one}"}}},
              {"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Null":{"AWS:USERNAME":"true"}}}]}
            """).Document!;

        Assert.Equal(["aws:username", "aws:PrincipalTag/Team", "aws:SourceVpc", "aws:userid", "k:n"], document.ContextKeys);
    }

    [Fact]
    public void Older_version_has_no_variables_PL_18() =>
        Assert.Empty(PolicyDocument.Parse("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${aws:username}"}}""").Document!.ContextKeys);

    [Fact]
    public void Trust_policy_is_written_again_with_other_principals_PL_41_PL_51()
    {
        var document = PolicyDocument.Parse("""
            { "Statement" : [ { "Condition": {"Bool": {"aws:MultiFactorAuthPresent": true}}, "Action": ["sts:AssumeRole"], "Sid": "é\"",
              "Principal": {"Service": "ec2.amazonaws.com", "AWS": ["111122223333", "arn:aws:iam::111122223333:user/ana"]}, "Effect": "Allow" } ], "Version": "2012-10-17" }
            """).Document!;

        var stored = document.WithPrincipals(principal => principal.Value switch
        {
            "111122223333" => "arn:aws:iam::111122223333:root",
            "arn:aws:iam::111122223333:user/ana" => "AIDAEXAMPLEEXAMPLE01",
            var other => other,
        });

        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"é\"","Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com","AWS":["arn:aws:iam::111122223333:root","AIDAEXAMPLEEXAMPLE01"]},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}""",
            stored);
        Assert.Equal(stored, PolicyDocument.Parse(stored).Document!.WithPrincipals(principal => principal.Value));
    }

    [Fact]
    public void Unknown_operator_is_a_problem_but_not_the_end_PL_90()
    {
        var parse = PolicyDocument.Parse("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringSoundsLike":{"a":"b"}}}}""");

        Assert.NotNull(parse.Document);
        Assert.Equal("unknown-operator", Assert.Single(parse.Problems).Code);
    }
}
