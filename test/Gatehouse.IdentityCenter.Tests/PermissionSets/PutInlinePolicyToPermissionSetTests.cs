using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class PutInlinePolicyToPermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Gives_the_set_a_policy_of_its_own()
    {
        center.Account.Change(draft => draft.Put(center.Set with { Provisioned = ["111122223333"] }));

        Put(SetFixture.Policy("s3:*"));

        Assert.Equal(SetFixture.Policy("s3:*"), center.Set.InlinePolicy);
        Assert.Equal(["111122223333"], center.Set.Outdated);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no policy")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"NoSuchOperator":{"a":"b"}}}]}""")]
    public void Refuses_what_no_role_could_have(string text)
    {
        Assert.Throws<ValidationException>(() => Put(text));
        Assert.Null(center.Set.InlinePolicy);
    }

    [Theory]
    [InlineData(10_240, true)]
    [InlineData(10_241, false)]
    public void Counts_everything_but_white_space(int size, bool allowed)
    {
        var bare = SetFixture.Policy("s3:*").Replace("\"*\"", "\"arn:aws:s3:::\"", StringComparison.Ordinal);
        var text = bare.Replace("s3:::", "s3:::" + new string('a', size - bare.Length), StringComparison.Ordinal) + new string(' ', 1000);

        Assert.Equal(allowed, Record.Exception(() => Put(text)) is not ServiceQuotaExceededException);
        Assert.Equal(allowed, center.Set.InlinePolicy is not null);
    }

    private void Put(string text) => center.Write<PutInlinePolicyToPermissionSet, PutInlinePolicyToPermissionSetRequest, PutInlinePolicyToPermissionSetResponse>(
        new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn, InlinePolicy = text });
}
