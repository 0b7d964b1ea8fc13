using Gatehouse.Contracts.Sts;
using Gatehouse.Sts.Callers;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Tests.Callers;

public sealed class GetAccessKeyInfoTests
{
    private readonly StsFixture sts = new();

    [Theory]
    [InlineData("ASIAY34FZKBOKMUTVV7A", "609629065308")]
    [InlineData("ASIAQNZGKIQY56JQ7WML", "029608264753")]
    [InlineData("AKIARZPUZDIKAAAAAAAA", "123456789012")]
    [InlineData("AKIA6RVFFB7777777777", "999999999999")]
    public void Reads_the_account_out_of_an_id_whether_or_not_the_key_exists_AU_202_AU_323(string id, string account) =>
        Assert.Equal(account, Ask(id));

    [Fact]
    public async Task Believes_the_store_about_an_imported_key_AU_210()
    {
        await sts.Account.Installation.Names.ClaimAsync("accesskey", "AKIAIOSFODNN7EXAMPLE", "111122223333", TestContext.Current.CancellationToken);
        await sts.Account.Installation.Names.ClaimAsync("accesskey", "AKIARZPUZDIKAAAAAAAA", "111122223333", TestContext.Current.CancellationToken);

        Assert.Equal("111122223333", Ask("AKIAIOSFODNN7EXAMPLE"));
        Assert.Equal("111122223333", Ask("AKIARZPUZDIKAAAAAAAA"));
    }

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("AKIARZPUZDIKAAAAAAA")]
    [InlineData("AKIARZPUZDIKAAAAAAA1")]
    [InlineData("AIDARZPUZDIKAAAAAAAA")]
    [InlineData("AROARZPUZDIKAAAAAAAAA")]
    public void Refuses_an_id_that_tells_no_account(string id)
    {
        var refusal = Assert.Throws<CommonException>(() => Ask(id));

        Assert.Equal((400, "ValidationError", $"{id} is invalid"), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Is_checked_on_no_resource_AU_217() =>
        Assert.Equal("*", GetAccessKeyInfo.Target(new() { AccessKeyId = "AKIARZPUZDIKAAAAAAAA" }, sts.Call).Text);

    private string? Ask(string id) =>
        sts.Account.Read<GetAccessKeyInfo, GetAccessKeyInfoRequest, GetAccessKeyInfoResponse>(new() { AccessKeyId = id }).Account;
}
