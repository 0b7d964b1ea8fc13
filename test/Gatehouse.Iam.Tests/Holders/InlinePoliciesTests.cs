using Gatehouse.Accounts.Entities;
using Gatehouse.Iam.Holders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Holders;

public sealed class InlinePoliciesTests
{
    private readonly AccountFixture account = new();

    private static readonly User Alice = new() { Id = "AIDA1", Name = "Alice", Path = "/", Created = default };

    [Fact]
    public void Names_that_differ_only_in_case_are_one_and_follow_the_newest_spelling()
    {
        var held = Alice with { InlinePolicies = InlinePolicies.Put(Alice, "Read", Givens.Document, account.Call) };

        Assert.Equal(["READ"], InlinePolicies.Put(held, "READ", Givens.Document, account.Call).Select(policy => policy.Name));
        Assert.Empty(InlinePolicies.Without(held, "read"));
    }

    [Fact]
    public void Policies_stay_in_the_order_of_their_names()
    {
        var held = Alice;
        foreach (var name in new[] { "c", "A", "b", "_" })
        {
            held = held with { InlinePolicies = InlinePolicies.Put(held, name, Givens.Document, account.Call) };
        }

        Assert.Equal(["A", "b", "c", "_"], held.InlinePolicies.Select(policy => policy.Name));
        Assert.Equal(["A", "b"], InlinePolicies.List(held, null, 2).Items);
        Assert.Equal(["c", "_"], InlinePolicies.List(held, InlinePolicies.List(held, null, 2).Marker, 2).Items);
    }

    [Theory]
    [InlineData(2048, false)]
    [InlineData(2049, true)]
    public void Size_is_what_all_documents_have_together_without_white_space(int size, bool refused)
    {
        // PL-16: the limit is the user's; white space is free, inside strings too; what is replaced does not count.
        var half = Sized(1000);
        var held = Alice with { InlinePolicies = [new("old", Sized(1048)), new("stays", half)] };
        var document = Sized(size - 1000).Replace("\":", "\" :\r\n\t ", StringComparison.Ordinal).Replace("-b", "-   b", StringComparison.Ordinal);

        if (refused)
        {
            account.RefusesMore("Maximum policy size of 2048 bytes exceeded for user Alice", () => InlinePolicies.Put(held, "old", document, account.Call));
        }
        else
        {
            Assert.Equal(document, InlinePolicies.Put(held, "old", document, account.Call)[0].Document);
        }
    }

    [Fact]
    public void Roles_may_hold_most()
    {
        var role = new Role { Id = "AROA1", Name = "Runner", Path = "/", Created = default, TrustPolicy = "{}" };

        Assert.Single(InlinePolicies.Put(role, "all", Sized(10240), account.Call));
        account.RefusesMore("Maximum policy size of 10240 bytes exceeded for role Runner", () => InlinePolicies.Put(role, "all", Sized(10241), account.Call));
        account.RefusesMissing("The role policy with name none cannot be found.", () => InlinePolicies.Require(role, "none"));
    }

    private static string Sized(int size)
    {
        const string start = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::-""";
        const string end = "\"}]}";
        return start + new string('b', size - start.Length - end.Length) + end;
    }
}
