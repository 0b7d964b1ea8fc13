using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Tests;

public sealed class AccessKeyIdsTests
{
    // AU-202: the published examples.
    [Theory]
    [InlineData("ASIAY34FZKBOKMUTVV7A", "609629065308")]
    [InlineData("ASIAQNZGKIQY56JQ7WML", "029608264753")]
    [InlineData("AKIARZPUZDIKAAAAAAAA", "123456789012")]
    [InlineData("AKIA6RVFFB7777777777", "999999999999")]
    public void An_id_tells_its_account(string id, string account)
    {
        Assert.True(AccessKeyIds.TryReadAccount(id, out var read));
        Assert.Equal(account, read);
    }

    // AU-202: older layouts carry none, and neither does what is no id.
    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("AKIA")]
    [InlineData("")]
    [InlineData("AKIARZPUZDIKAAAAAAA1")]
    [InlineData("AKIARZPUZDIKAAAAAAAAA")]
    public void An_id_of_another_layout_tells_none(string id) => Assert.False(AccessKeyIds.TryReadAccount(id, out _));

    [Fact]
    public void An_id_made_for_an_account_tells_it_again()
    {
        var ids = new IdSource();
        foreach (var account in (string[])["000000000000", "000000000001", "111122223333", "999999999999"])
        {
            var id = ids.NewAccessKeyId("AKIA", account);
            Assert.Equal(20, id.Length);
            Assert.True(AccessKeyIds.TryReadAccount(id, out var read));
            Assert.Equal(account, read);
        }
    }
}
