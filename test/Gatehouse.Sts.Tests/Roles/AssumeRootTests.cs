using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Sts.Roles;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Tests.Roles;

/// <summary>AU-322: the fixture's account manages an organization with one member.</summary>
public sealed class AssumeRootTests
{
    private const string Member = "444455556666";
    private const string Audit = "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials";

    private readonly StsFixture sts = new();

    public AssumeRootTests()
    {
        sts.Account.Change(draft =>
        {
            draft.Put(draft.Account.Profile with { Membership = new("o-example001", "111122223333") });
            draft.Put(new Organization { Id = "o-example001", RootId = "r-0001", FeatureSet = "ALL", Created = draft.Now, RootFeatures = ["RootSessions"] });
        });
        sts.FoundOther(Member, StsFixture.RoleOf("any", StsFixture.Trust));
        Change(Member, draft => draft.Put(draft.Account.Profile with { Membership = new("o-example001", "111122223333") }));
        sts.ActAsUser();
    }

    [Theory]
    [InlineData(Member)]
    [InlineData("arn:aws:iam::444455556666:root")]
    public void Gives_a_quarter_of_an_hour_as_the_root_of_a_member(string target)
    {
        var session = sts.Open(Call(target).Credentials!);

        Assert.Equal(
            (SessionKind.AssumedRoot, Member, Member, "arn:aws:iam::444455556666:root", sts.Call.Now.AddMinutes(15)),
            (session.Kind, session.Account, session.PrincipalId, session.PrincipalArn, session.Expires));
        Assert.Equal([Audit], session.PolicyArns);
    }

    [Theory]
    [InlineData("iam:ListAccessKeys", "arn:aws:iam::444455556666:root", true)]
    [InlineData("iam:ListAccessKeys", "arn:aws:iam::444455556666:user/bo", false)]
    [InlineData("iam:DeleteAccessKey", "arn:aws:iam::444455556666:root", false)]
    [InlineData("iam:CreateUser", "arn:aws:iam::444455556666:user/bo", false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::b/k", false)]
    public void The_session_may_do_its_task_and_nothing_else(string action, string resource, bool allowed)
    {
        var credentials = Call(Member).Credentials!;
        var member = sts.Account.Find(Member)!;
        var caller = Caller.Root(member, credentials.AccessKeyId, sts.Open(credentials));
        var call = sts.Call with { Caller = caller, Account = member, Owner = member };

        Assert.Equal(allowed, new Authorizer(sts.Account.Installation.Effective).Judge(call, new(action, new(resource)), new StsFixture.NoNetwork()) is null);
        Assert.True(caller.Keys.TryGet("aws:AssumedRoot", out _));
    }

    [Fact]
    public void Hands_the_source_identity_on()
    {
        sts.Become(StsFixture.Ask(sourceIdentity: "ana"));

        Assert.Equal("ana", Call(Member).SourceIdentity);
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAccess")]
    [InlineData("arn:aws:iam::aws:policy/root-task/None")]
    [InlineData(null)]
    public void Knows_five_tasks_BI_134(string? task) => Refuses(400, "ValidationError", () => Call(Member, task, given: true));

    [Theory]
    [InlineData("777788889999")]
    [InlineData("111122223333")]
    [InlineData("arn:aws:iam::444455556666:user/bo")]
    public void Refuses_whoever_is_not_the_root_of_a_member_BI_135(string target) => Refuses(403, "AccessDenied", () => Call(target));

    [Fact]
    public void Refuses_root_BI_133()
    {
        sts.ActAsRoot();

        Refuses(403, "AccessDenied", () => Call(Member));
    }

    [Fact]
    public void Refuses_while_the_organization_has_it_off()
    {
        sts.Account.Change(draft => draft.Put(draft.Account.Organization! with { RootFeatures = [] }));

        Refuses(403, "AccessDenied", () => Call(Member));
    }

    [Fact]
    public void Refuses_members_that_are_suspended()
    {
        Change(Member, draft => draft.Put(draft.Account.Profile with { Suspended = true }));

        Refuses(403, "AccessDenied", () => Call(Member));
    }

    [Fact]
    public void Is_asked_of_the_caller_s_side_about_the_member_s_root()
    {
        Assert.Null(Denial(StsFixture.AllowAll));
        Assert.NotNull(Denial("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}}"""));
        const string audits = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRoot","Resource":"arn:aws:iam::444455556666:root","Condition":{"ArnEquals":{"sts:TaskPolicyArn":"TASK"}}}}""";
        Assert.Null(Denial(audits.Replace("TASK", Audit, StringComparison.Ordinal)));
        Assert.NotNull(Denial(audits.Replace("TASK", "arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy", StringComparison.Ordinal)));
        Assert.NotNull(Denial("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRoot","Resource":"arn:aws:iam::777788889999:root"}}"""));
    }

    private static void Refuses(int status, string code, Func<object> call)
    {
        var refusal = Assert.Throws<CommonException>(() => { call(); });
        Assert.Equal((status, code), (refusal.Status, refusal.Code));
    }

    private Denial? Denial(string policy)
    {
        sts.Account.Change(draft => draft.Put(draft.Account.Users.Find("ana")! with { InlinePolicies = [new("all", policy)] }));
        sts.ActAsUser();
        var request = new AssumeRootRequest { TargetPrincipal = Member, TaskPolicyArn = new() { Arn = Audit } };
        var call = CallOf(Member);
        var needs = new Requirements("sts:AssumeRoot", AssumeRoot.Target(request, call));
        AssumeRoot.Require(request, call, needs);
        return new Authorizer(sts.Account.Installation.Effective).Judge(call, needs, new StsFixture.NoNetwork());
    }

    private Call CallOf(string target) => sts.Call with
    {
        Management = sts.Account.Account,
        Owner = sts.Account.Find(target.Length == 12 ? target : new Arn(target).Account),
    };

    private AssumeRootResponse Call(string target, string? task = null, bool given = false) => AssumeRoot.Handle(
        new() { TargetPrincipal = target, TaskPolicyArn = new() { Arn = given ? task : Audit } }, CallOf(target));

    private void Change(string id, Action<Draft> change)
    {
        var slot = sts.Account.Installation.Accounts.FindAsync(id, default).AsTask().GetAwaiter().GetResult()!;
        sts.Account.Installation.Accounts.ChangeAsync(
            slot,
            sts.Account.Call,
            draft =>
            {
                change(draft);
                return true;
            },
            null,
            default).AsTask().GetAwaiter().GetResult();
    }
}
