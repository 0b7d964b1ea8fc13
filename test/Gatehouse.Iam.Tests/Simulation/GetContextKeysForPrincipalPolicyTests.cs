using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Simulation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Simulation;

public sealed class GetContextKeysForPrincipalPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Names_the_keys_of_the_policies_of_a_user_and_its_groups_too()
    {
        var staff = account.AddGroup("staff");
        account.Change(draft => draft.Put(staff with { InlinePolicies = [new("groups", Testing("s3:prefix"))] }));
        account.Put(account.AddUser("Alice") with { InlinePolicies = [new("own", Testing("aws:SourceIp"))], Groups = [staff.Id] });

        var keys = Call(new() { PolicySourceArn = "arn:aws:iam::111122223333:user/Alice", PolicyInputList = [Testing("aws:username")] }).ContextKeyNames!;

        Assert.Equal(["aws:SourceIp", "aws:username", "s3:prefix"], keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Knows_nobody_who_is_not_there() => account.RefusesMissing(
        "The role with name none cannot be found.", () => Call(new() { PolicySourceArn = "arn:aws:iam::111122223333:role/none" }));

    private static string Testing(string key) =>
        Givens.Document.Replace("\"Resource\":\"*\"", $"\"Resource\":\"*\",\"Condition\":{{\"StringEquals\":{{\"{key}\":\"x\"}}}}", StringComparison.Ordinal);

    private GetContextKeysForPrincipalPolicyResponse Call(GetContextKeysForPrincipalPolicyRequest request) =>
        account.Read<GetContextKeysForPrincipalPolicy, GetContextKeysForPrincipalPolicyRequest, GetContextKeysForPrincipalPolicyResponse>(request);
}
