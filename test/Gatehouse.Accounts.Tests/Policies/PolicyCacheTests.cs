using Gatehouse.Accounts.Policies;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Accounts.Tests.Policies;

public sealed class PolicyCacheTests
{
    private const string Text = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""";

    [Fact]
    public void Document_attached_to_ten_thousand_roles_is_compiled_once_PL_52()
    {
        var cache = new PolicyCache();

        // Each role brings a text of its own, as it comes from storage.
        var attached = Enumerable.Range(0, 10_000).Select(number => cache.Attach("shared", "arn:aws:iam::111122223333:policy/shared", new string(Text.AsSpan()))).ToArray();

        Assert.All(attached, one => Assert.Same(attached[0].Document, one.Document));
    }

    [Fact]
    public void Sets_share_the_compiled_documents_of_their_policies()
    {
        var policy = new PolicyCache().Attach("shared", null, Text);

        var (one, other) = (PolicySet.Compile([policy]), PolicySet.Compile([policy]));

        Assert.Same(one.Policies[0].Document!.Statements[0], other.Policies[0].Document!.Statements[0]);
    }

    [Fact]
    public void Text_that_cannot_be_read_denies_and_is_not_skipped_PE_3()
    {
        var broken = new PolicyCache().Attach("broken", null, "{");

        Assert.Null(broken.Document);
        Assert.False(PolicySet.Compile([broken]).Readable);
    }
}
