using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.InstanceProfiles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.InstanceProfiles;

public sealed class AddRoleToInstanceProfileTests
{
    private const string Passing =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"KEY":"VALUE"}}}]}""";

    private readonly AccountFixture account = new();

    [Fact]
    public void Puts_a_role_into_a_profile_and_no_second()
    {
        var role = account.AddRole("App");
        account.AddProfile("Web");

        Call(new() { InstanceProfileName = "web", RoleName = "app" });

        Assert.Equal(role.Id, account.Reload().InstanceProfiles[0].RoleId);
        account.RefusesMore("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1", () => Call(new() { InstanceProfileName = "Web", RoleName = "App" }));
    }

    [Fact]
    public void Knows_neither_profile_nor_role_that_is_not_there()
    {
        account.AddProfile("Web");

        account.RefusesMissing("Instance Profile none cannot be found.", () => Call(new() { InstanceProfileName = "none", RoleName = "none" }));
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { InstanceProfileName = "Web", RoleName = "none" }));
    }

    [Fact]
    public void Needs_the_right_to_pass_the_role_to_EC2()
    {
        // PE-82, PE-86
        account.AddRole("App", "/team/");
        account.AddProfile("Web");

        var needs = account.Needs<AddRoleToInstanceProfile, AddRoleToInstanceProfileRequest>(
            "iam:AddRoleToInstanceProfile", new() { InstanceProfileName = "Web", RoleName = "app" });

        Assert.Equal(
            ["iam:AddRoleToInstanceProfile arn:aws:iam::111122223333:instance-profile/Web", "iam:PassRole arn:aws:iam::111122223333:role/team/App"], needs.Lines());
        Assert.Equal((false, true), (needs.Checks[0].CallerSideOnly, needs.Checks[1].CallerSideOnly));
        Assert.Equal("iam:PassedToService ec2.amazonaws.com", string.Join(',', needs.Checks[1].Keys!.Select(key => $"{key.Key} {key.Value[0]}")));
        Assert.Null(needs.Value("iam:PassedToService"));
    }

    [Theory]
    [InlineData("aws:ResourceTag/team", "blue", false)]
    [InlineData("iam:PassedToService", "ec2.amazonaws.com", true)]
    [InlineData("iam:PassedToService", "ecs-tasks.amazonaws.com", false)]
    public void Lets_the_receiving_service_decide_over_passing_and_not_the_tags_of_the_profile(string key, string value, bool allowed)
    {
        // PE-85
        account.AddRole("App");
        var web = account.AddProfile("Web");
        account.Change(draft => draft.Put(web with { Tags = [new("team", "blue")] }));
        account.Put(account.AddUser("Alice") with
        {
            InlinePolicies =
            [
                new("add", Givens.Document.Replace("s3:GetObject", "iam:AddRoleToInstanceProfile", StringComparison.Ordinal)),
                new("pass", Passing.Replace("KEY", key, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal)),
            ],
        });
        account.ActAs("Alice");
        var needs = account.Needs<AddRoleToInstanceProfile, AddRoleToInstanceProfileRequest>(
            "iam:AddRoleToInstanceProfile", new() { InstanceProfileName = "Web", RoleName = "App" });

        var denial = new Accounts.Authorization.Authorizer(account.Installation.Effective).Judge(account.Call, needs, new NoNetwork());

        Assert.Equal(allowed ? null : "iam:PassRole", denial?.Check.Action);
    }

    private AddRoleToInstanceProfileResponse Call(AddRoleToInstanceProfileRequest request) =>
        account.Write<AddRoleToInstanceProfile, AddRoleToInstanceProfileRequest, AddRoleToInstanceProfileResponse>(request);

    private sealed class NoNetwork : PolicyEngine.IContextSource
    {
        public IEnumerable<KeyValuePair<string, PolicyEngine.ContextValues>> All => [];

        public bool TryFind(string name, out PolicyEngine.ContextValues values)
        {
            values = default;
            return false;
        }
    }
}
