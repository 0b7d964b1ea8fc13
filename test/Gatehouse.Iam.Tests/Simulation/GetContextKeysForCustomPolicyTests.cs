using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Simulation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Simulation;

public sealed class GetContextKeysForCustomPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Names_each_key_once_as_it_was_first_spelled()
    {
        // PE-124
        const string document =
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/${aws:username}/${*}","Condition":{"StringEquals":{"aws:UserName":"x","s3:prefix":"y"}}}]}""";

        Assert.Equal(["aws:username", "s3:prefix"], Call(new() { PolicyInputList = [document, document] }).ContextKeyNames!);
    }

    [Fact]
    public void Refuses_what_is_no_policy() => Assert.Throws<InvalidInputException>(() => Call(new() { PolicyInputList = ["{"] }));

    [Fact]
    public void Is_checked_on_no_resource_in_particular() => Assert.Equal(
        ["iam:GetContextKeysForCustomPolicy *"],
        account.Needs<GetContextKeysForCustomPolicy, GetContextKeysForCustomPolicyRequest>("iam:GetContextKeysForCustomPolicy", new()).Lines());

    private GetContextKeysForCustomPolicyResponse Call(GetContextKeysForCustomPolicyRequest request) =>
        account.Read<GetContextKeysForCustomPolicy, GetContextKeysForCustomPolicyRequest, GetContextKeysForCustomPolicyResponse>(request);
}
