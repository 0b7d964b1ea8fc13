using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AuthorizationDetails;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.AuthorizationDetails;

public sealed class GetAccountAuthorizationDetailsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_a_user_with_all_that_it_holds()
    {
        var staff = account.AddGroup("staff");
        account.Put(account.AddUser("Alice", "/team/") with
        {
            AttachedPolicies = [Givens.ReadOnly], InlinePolicies = [new("own", Givens.Document)], Groups = [staff.Id], PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")],
        });
        account.AddUser("Bob");

        var users = Call(new() { Filter = ["User"] }).UserDetailList!;

        Assert.Equal(("Alice", "/team/", "arn:aws:iam::111122223333:user/team/Alice"), (users[0].UserName, users[0].Path, users[0].Arn));
        Assert.Equal((Givens.ReadOnly, "ReadOnlyAccess"), (users[0].AttachedManagedPolicies![0].PolicyArn, users[0].AttachedManagedPolicies![0].PolicyName));
        Assert.Equal(("own", Uri.EscapeDataString(Givens.Document)), (users[0].UserPolicyList![0].PolicyName, users[0].UserPolicyList![0].PolicyDocument));
        Assert.Equal(["staff"], users[0].GroupList!);
        Assert.Equal(Givens.ReadOnly, users[0].PermissionsBoundary!.PermissionsBoundaryArn);
        Assert.Equal("blue", users[0].Tags![0].Value);

        // AWS: what is empty is there and empty, but for the policies a user holds itself.
        Assert.Null(users[1].UserPolicyList);
        Assert.Empty(users[1].GroupList!);
        Assert.Empty(users[1].AttachedManagedPolicies!);
        Assert.Empty(users[1].Tags!);
    }

    [Fact]
    public void Shows_a_group_with_all_that_it_holds()
    {
        var staff = account.AddGroup("staff");
        account.Change(draft => draft.Put(staff with { AttachedPolicies = [Givens.ReadOnly], InlinePolicies = [new("own", Givens.Document)] }));

        var group = Assert.Single(Call(new() { Filter = ["Group"] }).GroupDetailList!);

        Assert.Equal(("staff", staff.Id), (group.GroupName, group.GroupId));
        Assert.Equal((Givens.ReadOnly, Uri.EscapeDataString(Givens.Document)), (group.AttachedManagedPolicies![0].PolicyArn, group.GroupPolicyList![0].PolicyDocument));
    }

    [Fact]
    public void Shows_a_role_with_its_profiles_and_last_use()
    {
        var bob = account.AddForeignUser("Bob");
        var role = account.Put(account.AddRole("App") with
        {
            TrustPolicy = RoleGivens.Trusting(bob.Id), ForeignTrusts = [new(bob.Id, RoleGivens.Other)], InlinePolicies = [new("own", Givens.Document)],
        });
        account.AddProfile("web", role);
        account.AddProfile("empty");
        account.Installation.Accounts.Loaded(AccountFixture.Id)!.Activity.OfRole(role.Id).Touch("s3", "eu-west-1", account.Clock.GetUtcNow());

        var detail = Assert.Single(Call(new() { Filter = ["Role"] }).RoleDetailList!);

        var trust = Uri.EscapeDataString(RoleGivens.Trusting($"arn:aws:iam::{RoleGivens.Other}:user/Bob"));
        Assert.Equal((trust, "eu-west-1"), (detail.AssumeRolePolicyDocument, detail.RoleLastUsed!.Region));
        var profile = Assert.Single(detail.InstanceProfileList!);
        Assert.Equal(("web", "App", trust), (profile.InstanceProfileName, profile.Roles[0].RoleName, profile.Roles[0].AssumeRolePolicyDocument));
        Assert.Equal("own", detail.RolePolicyList![0].PolicyName);
        Assert.Empty(detail.Tags!);
    }

    [Fact]
    public void Shows_policies_with_every_version_and_of_those_of_AWS_what_is_in_use()
    {
        account.AddPolicy("own");
        var policy = account.Account.Policies[0];
        account.Put(policy with { Versions = policy.Versions.Add(new(2, "{}", policy.Created)) });
        account.Put(account.AddUser("Alice") with { AttachedPolicies = [Givens.ReadOnly], PermissionsBoundary = "arn:aws:iam::aws:policy/AdministratorAccess" });

        var policies = Call(new()).Policies!;

        Assert.Equal(["own", "AdministratorAccess", "ReadOnlyAccess"], policies.Select(detail => detail.PolicyName!));
        Assert.Equal(["v2 False %7B%7D", $"v1 True {Uri.EscapeDataString(Givens.Document)}"], policies[0].PolicyVersionList!.Select(version => $"{version.VersionId} {version.IsDefaultVersion} {version.Document}"));
        Assert.Equal(["0 0", "0 1", "1 0"], policies.Select(detail => $"{detail.AttachmentCount} {detail.PermissionsBoundaryUsageCount}"));
        Assert.Equal(["own"], Call(new() { Filter = ["LocalManagedPolicy"] }).Policies!.Select(detail => detail.PolicyName!));
        Assert.Equal(2, Call(new() { Filter = ["AWSManagedPolicy"] }).Policies!.Count);
    }

    [Fact]
    public void Pages_over_all_kinds_under_one_marker()
    {
        account.Put(account.AddUser("a") with { AttachedPolicies = [Givens.ReadOnly] });
        account.AddUser("b");
        account.AddGroup("c");
        account.AddRole("d");
        account.AddPolicy("e");

        var names = new List<string>();
        string? marker = null;
        do
        {
            var page = Call(new() { MaxItems = 2, Marker = marker });
            names.Add(string.Join(' ', page.UserDetailList!.Select(user => user.UserName).Concat(page.GroupDetailList!.Select(group => group.GroupName))
                .Concat(page.RoleDetailList!.Select(role => role.RoleName)).Concat(page.Policies!.Select(policy => policy.PolicyName))));
            marker = page.Marker;
        }
        while (marker is not null);

        Assert.Equal(["a b", "c d", "e ReadOnlyAccess"], names);
    }

    [Fact]
    public void A_page_ends_early_when_its_documents_are_large()
    {
        var document = Givens.Document + new string(' ', 100_000);
        for (var number = 0; number < 30; number++)
        {
            account.Put(account.AddRole($"r{number:D2}") with { InlinePolicies = [new("big", document)] });
        }

        var first = Call(new() { MaxItems = 1000 });
        var second = Call(new() { MaxItems = 1000, Marker = first.Marker });

        Assert.Equal(11, first.RoleDetailList!.Count);
        Assert.True(first.IsTruncated);
        Assert.Equal("r11", second.RoleDetailList![0].RoleName);
    }

    [Fact]
    public void Is_checked_on_no_resource_in_particular()
    {
        // PE-9
        Assert.Equal(
            ["iam:GetAccountAuthorizationDetails *"],
            account.Needs<GetAccountAuthorizationDetails, GetAccountAuthorizationDetailsRequest>("iam:GetAccountAuthorizationDetails", new()).Lines());
    }

    private GetAccountAuthorizationDetailsResponse Call(GetAccountAuthorizationDetailsRequest request) =>
        account.Reach<GetAccountAuthorizationDetails, GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResponse>(request);
}
