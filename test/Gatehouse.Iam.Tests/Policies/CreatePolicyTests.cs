using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class CreatePolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Makes_a_policy_whose_first_version_is_in_force()
    {
        var policy = Call(new() { PolicyName = "Read", Path = "/team/", PolicyDocument = Givens.Document, Description = "Reads." }).Policy!;

        Assert.StartsWith("ANPA", policy.PolicyId);
        Assert.Equal(
            ("arn:aws:iam::111122223333:policy/team/Read", "Read", "/team/", "v1", 0, 0, true),
            (policy.Arn, policy.PolicyName, policy.Path, policy.DefaultVersionId, policy.AttachmentCount, policy.PermissionsBoundaryUsageCount, policy.IsAttachable));
        Assert.Equal((account.Clock.GetUtcNow(), account.Clock.GetUtcNow()), (policy.CreateDate, policy.UpdateDate));

        // AWS: what was said of it, and tags when there are none, are for GetPolicy to show.
        Assert.Null(policy.Description);
        Assert.Null(policy.Tags);
        Assert.Equal(Givens.Document, account.Reload().Policies.Find("read")!.Default.Document);
    }

    [Fact]
    public void Tells_tag_keys_apart_by_case()
    {
        // PL-117
        var policy = Call(new() { PolicyName = "Read", PolicyDocument = Givens.Document, Tags = [new() { Key = "a", Value = "1" }, new() { Key = "A", Value = "2" }] }).Policy!;

        Assert.Equal(["a=1", "A=2"], policy.Tags!.Select(tag => $"{tag.Key}={tag.Value}"));
        account.Refuses<InvalidInputException>(
            400,
            "InvalidInput",
            "Duplicate tag keys found.",
            () => Call(new() { PolicyName = "Other", PolicyDocument = Givens.Document, Tags = [new() { Key = "a", Value = "1" }, new() { Key = "a", Value = "2" }] }));
    }

    [Fact]
    public void Refuses_a_name_that_differs_only_in_case()
    {
        account.AddPolicy("Read", "/team/");

        account.RefusesTaken(
            "A policy called READ already exists. Duplicate names are not allowed.", () => Call(new() { PolicyName = "READ", PolicyDocument = Givens.Document }));
    }

    [Theory]
    [InlineData("{", "Syntax errors in policy.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""", "Policy document must be version 2012-10-17 or greater.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject"}]}""", "Policy statement must contain resources.")]
    public void Refuses_what_is_no_policy(string document, string message) =>
        account.RefusesDocument(message, () => Call(new() { PolicyName = "Read", PolicyDocument = document }));

    [Fact]
    public void Counts_no_white_space_against_the_size()
    {
        // PL-16
        var largest = Sized(6144);
        Call(new() { PolicyName = "Largest", PolicyDocument = largest.Replace(",", " ,\n\t", StringComparison.Ordinal) });

        account.RefusesMore("Cannot exceed quota for PolicySize: 6144", () => Call(new() { PolicyName = "Larger", PolicyDocument = Sized(6145) }));
    }

    [Fact]
    public void Is_checked_on_the_policy_it_makes()
    {
        var needs = account.Needs<CreatePolicy, CreatePolicyRequest>(
            "iam:CreatePolicy", new() { PolicyName = "Read", Path = "/team/", PolicyDocument = Givens.Document, Tags = [new() { Key = "team", Value = "blue" }] });

        const string policy = "arn:aws:iam::111122223333:policy/team/Read";
        Assert.Equal([$"iam:CreatePolicy {policy}", $"iam:TagPolicy {policy}"], needs.Lines());
        Assert.Equal(("blue", "team"), (needs.Value("aws:RequestTag/team"), needs.Value("aws:TagKeys")));
    }

    private static string Sized(int size)
    {
        var frame = Givens.Document.Replace("s3:GetObject", "s3:", StringComparison.Ordinal);
        return frame.Replace("s3:", "s3:" + new string('a', size - frame.Length), StringComparison.Ordinal);
    }

    private CreatePolicyResponse Call(CreatePolicyRequest request) => account.Write<CreatePolicy, CreatePolicyRequest, CreatePolicyResponse>(request);
}
