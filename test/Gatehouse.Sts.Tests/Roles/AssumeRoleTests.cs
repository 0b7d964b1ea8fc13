using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Sts.Roles;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Tests.Roles;

public sealed class AssumeRoleTests
{
    private readonly StsFixture sts = new();

    [Fact]
    public void Gives_a_session_whose_ARN_drops_the_path_AU_310()
    {
        var answer = sts.Assume(StsFixture.Ask(session: "deploy"));

        var session = sts.Open(answer.Credentials!);
        Assert.Equal("AROAAPPXXXXXXXXXXXXXX:deploy", answer.AssumedRoleUser!.AssumedRoleId);
        Assert.Equal("arn:aws:sts::111122223333:assumed-role/app/deploy", answer.AssumedRoleUser.Arn);
        Assert.Null(answer.PackedPolicySize);
        Assert.Null(answer.SourceIdentity);
        Assert.Equal(
            (SessionKind.AssumedRole, "111122223333", "AROAAPPXXXXXXXXXXXXXX", StsFixture.RoleArn, "deploy"),
            (session.Kind, session.Account, session.PrincipalId, session.PrincipalArn, session.SessionName));
        Assert.Equal((false, null, null), (session.Chained, session.ParentSessionId, session.MfaTime));
        Assert.Matches("^[0-9a-f]{32}$", session.SessionId);
        Assert.Equal(answer.Credentials!.SecretAccessKey, sts.SecretOf(answer.Credentials));
        Assert.Equal("111122223333", Accounts.Identity.AccessKeyIds.TryReadAccount(answer.Credentials.AccessKeyId, out var account) ? account : null);
    }

    [Fact]
    public void Gives_different_credentials_each_time()
    {
        var (first, second) = (sts.Assume(StsFixture.Ask()).Credentials!, sts.Assume(StsFixture.Ask()).Credentials!);

        Assert.NotEqual(first.AccessKeyId, second.AccessKeyId);
        Assert.NotEqual(first.SecretAccessKey, second.SecretAccessKey);
        Assert.NotEqual(sts.Open(first).SessionId, sts.Open(second).SessionId);
    }

    [Fact]
    public void Writes_nothing_AU_331()
    {
        var before = sts.Account.Account.Version;

        sts.Assume(StsFixture.Ask(policy: StsFixture.AllowAll));

        Assert.Equal(before, sts.Account.Find("111122223333")!.Version);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/team/APP")]
    [InlineData("arn:aws:iam::111122223333:role/team/app")]
    public void Is_checked_on_the_stored_spelling_of_the_role_PE_10(string arn)
    {
        Assert.Equal(StsFixture.RoleArn, AssumeRole.Target(StsFixture.Ask(arn), sts.Call).Text);
        Assert.Equal(StsFixture.RoleArn, sts.Open(sts.Assume(StsFixture.Ask(arn)).Credentials!).PrincipalArn);
        Assert.Null(sts.Denial(StsFixture.Ask(arn)));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/app")]
    [InlineData("arn:aws:iam::111122223333:role/other")]
    [InlineData("arn:aws:iam::111122223333:role/team/")]
    [InlineData("arn:aws:iam::111122223333:role/")]
    [InlineData("arn:aws:iam::111122223333:user/ana")]
    [InlineData("arn:aws:sts::111122223333:role/team/app")]
    [InlineData("arn:aws:iam::999988887777:role/team/app")]
    public void Refuses_what_is_no_role_as_it_refuses_a_role_that_does_not_trust_BI_107(string arn)
    {
        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(arn)));

        Assert.Equal((403, "AccessDenied"), (refusal.Status, refusal.Code));
        Assert.Equal($"User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sts:AssumeRole on resource: {arn}", refusal.Message);
    }

    [Fact]
    public void Refuses_text_that_is_no_ARN_AU_305()
    {
        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask("my-role-in-the-account")));

        Assert.Equal((400, "ValidationError", "my-role-in-the-account is invalid"), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Refuses_root_BI_109_AU_308()
    {
        sts.ActAsRoot();

        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask()));

        Assert.Equal((403, "AccessDenied", "Roles may not be assumed by root accounts."), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Refuses_a_federated_user_BI_124_AU_303()
    {
        sts.ActAs(sts.Federate(new() { Name = "bo", Policy = StsFixture.AllowAll }).Credentials!);

        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask()));

        Assert.Equal(
            (403, "AccessDenied", $"User: arn:aws:sts::111122223333:federated-user/bo is not authorized to perform: sts:AssumeRole on resource: {StsFixture.RoleArn}"),
            (refusal.Status, refusal.Code, refusal.Message));
    }

    [Theory]
    [InlineData("/aws-service-role/x.amazonaws.com/", "AWSServiceRoleForX")]
    [InlineData("/aws-reserved/sso.amazonaws.com/", "AWSReservedSSO_Admin_0123456789abcdef")]
    public void Refuses_roles_that_only_services_assume_BI_125_AU_327(string path, string name)
    {
        sts.Account.Change(draft => draft.Put(StsFixture.RoleOf(name, StsFixture.Trust) with { Path = path }));

        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask($"arn:aws:iam::111122223333:role{path}{name}")));

        Assert.Equal((403, "AccessDenied"), (refusal.Status, refusal.Code));
    }

    [Theory]
    [InlineData(null, "123456", "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code. ")]
    [InlineData("arn:aws:iam::111122223333:mfa/ana", "123456", "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.")]
    public void Refuses_a_second_factor_that_is_nobody_s_BI_111_BI_112(string? serial, string code, string text)
    {
        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(serialNumber: serial, tokenCode: code)));

        Assert.Equal((403, "AccessDenied", text), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Theory]
    [InlineData(null, 3600)]
    [InlineData(900, 900)]
    [InlineData(7200, 7200)]
    public void Lasts_an_hour_unless_asked_otherwise_AU_301(int? asked, int seconds)
    {
        sts.Account.Change(draft => draft.Put(draft.Account.Roles.Find("app")! with { MaxSessionSeconds = 7200 }));

        Assert.Equal(TimeSpan.FromSeconds(seconds), sts.Assume(StsFixture.Ask(seconds: asked)).Credentials!.Expiration - sts.Call.Now);
    }

    [Fact]
    public void Refuses_more_than_the_role_allows_BI_105_AU_306()
    {
        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(seconds: 7200)));

        Assert.Equal(
            (400, "ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."),
            (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Gives_a_session_of_another_account_s_role()
    {
        var other = sts.FoundOther("444455556666", StsFixture.RoleOf("guest", StsFixture.Trust));
        sts.Owner = other;

        var answer = sts.Assume(StsFixture.Ask("arn:aws:iam::444455556666:role/guest"));

        Assert.Equal("arn:aws:sts::444455556666:assumed-role/guest/s1", answer.AssumedRoleUser!.Arn);
        Assert.Equal("444455556666", sts.Open(answer.Credentials!).Account);
        Assert.True(Accounts.Identity.AccessKeyIds.TryReadAccount(answer.Credentials!.AccessKeyId, out var account));
        Assert.Equal("444455556666", account);
    }

    [Fact]
    public void Refuses_a_role_of_a_suspended_account()
    {
        sts.Account.Change(draft => draft.Put(draft.Account.Profile with { Suspended = true }));

        Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask()));
    }

    [Fact]
    public void Keeps_a_session_policy_and_tells_its_packed_size_AU_311()
    {
        var answer = sts.Assume(StsFixture.Ask(policy: StsFixture.AllowAll, policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"]));

        var session = sts.Open(answer.Credentials!);
        Assert.Equal(StsFixture.AllowAll, session.Policy);
        Assert.Equal(["arn:aws:iam::aws:policy/ReadOnlyAccess"], session.PolicyArns);
        Assert.InRange(answer.PackedPolicySize!.Value, 1, 100);
    }

    [Fact]
    public void Takes_managed_session_policies_of_the_role_s_account()
    {
        sts.Account.Change(draft => draft.Put(new ManagedPolicy
        {
            Id = "ANPAXXXXXXXXXXXXXXXXX",
            Name = "mine",
            Path = "/",
            Created = draft.Now,
            Updated = draft.Now,
            DefaultVersion = 1,
            NextVersion = 2,
            Versions = [new(1, StsFixture.AllowAll, draft.Now)],
        }));

        Assert.Equal(["arn:aws:iam::111122223333:policy/mine"], sts.Open(sts.Assume(StsFixture.Ask(policyArns: ["arn:aws:iam::111122223333:policy/mine"])).Credentials!).PolicyArns);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:policy/none")]
    [InlineData("arn:aws:iam::aws:policy/NoSuchAccess")]
    [InlineData("arn:aws:iam::444455556666:policy/mine")]
    public void Refuses_managed_session_policies_that_are_not_there_AU_309(string arn)
    {
        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(policyArns: [arn])));

        Assert.Equal((400, "ValidationError", $"ARN {arn} is not valid or does not exist."), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Refuses_eleven_managed_session_policies_BI_116()
    {
        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(policyArns: Enumerable.Repeat("arn:aws:iam::aws:policy/ReadOnlyAccess", 11).ToList())));

        Assert.Equal((400, "ValidationError"), (refusal.Status, refusal.Code));
        Assert.EndsWith("at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to 10", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"Statement\":", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Principal":"*"}}""", "Policy document should not specify a principal.")]
    public void Refuses_a_session_policy_that_cannot_be_one_BI_115(string policy, string text)
    {
        var refusal = Assert.Throws<MalformedPolicyDocumentException>(() => sts.Assume(StsFixture.Ask(policy: policy)));

        Assert.Equal((400, "MalformedPolicyDocument", text), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Refuses_policies_of_more_than_2048_characters_AU_302()
    {
        var refusal = Assert.Throws<PackedPolicyTooLargeException>(() => sts.Assume(StsFixture.Ask(policy: new string(' ', 2049))));

        Assert.Equal((400, "PackedPolicyTooLarge", "Packed policy consumes 101% of allotted space, please use smaller policy."), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Refuses_what_packs_into_more_than_there_is_BI_123_AU_312()
    {
        var random = new Random(7);
        var tags = Enumerable.Range(0, 50).Select(i => ($"key{i}", string.Concat(Enumerable.Range(0, 200).Select(_ => (char)('a' + random.Next(26)))))).ToList();

        var refusal = Assert.Throws<PackedPolicyTooLargeException>(() => sts.Assume(StsFixture.Ask(policy: StsFixture.AllowAll, tags: tags)));

        Assert.Matches("^Packed policy consumes [0-9]{3,4}% of allotted space, please use smaller policy[.]$", refusal.Message);
    }

    [Fact]
    public void Checks_policies_then_tags_then_duration_then_size_AU_309()
    {
        (string, string)[] twice = [("Team", "a"), ("team", "b")];
        var wrong = StsFixture.Ask(policy: "{", tags: twice, seconds: 7200);

        Assert.Throws<MalformedPolicyDocumentException>(() => sts.Assume(wrong));
        Assert.Equal("InvalidParameterValue", Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(tags: twice, seconds: 7200))).Code);
        Assert.Equal("ValidationError", Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(policy: new string(' ', 4096), seconds: 7200))).Code);
    }
}
