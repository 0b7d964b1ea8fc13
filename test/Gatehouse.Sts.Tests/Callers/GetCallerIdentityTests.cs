using Gatehouse.Contracts.Sts;
using Gatehouse.Sts.Callers;

namespace Gatehouse.Sts.Tests.Callers;

public sealed class GetCallerIdentityTests
{
    private readonly StsFixture sts = new();

    [Fact]
    public void Needs_no_permission_that_a_policy_could_refuse_PE_13_AU_319() => Assert.False(GetCallerIdentity.NeedsPermission);

    [Fact]
    public void Tells_a_user_its_id_and_ARN() =>
        Assert.Equal(("AIDAANAANAANAANAANAAN", "111122223333", "arn:aws:iam::111122223333:user/ana"), Who());

    [Fact]
    public void Tells_root_the_number_of_its_account()
    {
        sts.ActAsRoot();

        Assert.Equal(("111122223333", "111122223333", "arn:aws:iam::111122223333:root"), Who());
    }

    [Fact]
    public void Tells_a_role_session_its_own_ARN_not_the_role_s()
    {
        sts.Become(StsFixture.Ask(session: "deploy"));

        Assert.Equal(("AROAAPPXXXXXXXXXXXXXX:deploy", "111122223333", "arn:aws:sts::111122223333:assumed-role/app/deploy"), Who());
    }

    [Fact]
    public void Tells_a_federated_user_its_name()
    {
        sts.ActAs(sts.Federate(new() { Name = "bo" }).Credentials!);

        Assert.Equal(("111122223333:bo", "111122223333", "arn:aws:sts::111122223333:federated-user/bo"), Who());
    }

    [Fact]
    public void Tells_a_session_of_a_user_that_it_is_the_user_AU_320()
    {
        sts.ActAs(sts.GetToken(new()).Credentials!);

        Assert.Equal(("AIDAANAANAANAANAANAAN", "111122223333", "arn:aws:iam::111122223333:user/ana"), Who());
    }

    private (string?, string?, string?) Who()
    {
        var answer = sts.Account.Read<GetCallerIdentity, GetCallerIdentityRequest, GetCallerIdentityResponse>(new());
        return (answer.UserId, answer.Account, answer.Arn);
    }
}
