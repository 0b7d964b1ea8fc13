using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

/// <summary>Whom a trust policy means, once it is saved: PL-41 and PL-51.</summary>
public sealed class TrusteesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Keeps_the_id_of_a_user_and_shows_its_ARN()
    {
        var alice = account.AddUser("Alice", "/team/");
        const string arn = "arn:aws:iam::111122223333:user/team/Alice";

        Assert.Equal(RoleGivens.Trusting(arn), Create(arn));

        Assert.Equal(RoleGivens.Trusting(alice.Id), Squeeze(account.Account.Roles[0].TrustPolicy));
        Assert.Equal(RoleGivens.Trusting(arn), Shown());
    }

    [Fact]
    public void Shows_the_bare_id_of_who_is_gone_though_the_name_is_back()
    {
        var alice = account.AddUser("Alice");
        Create("arn:aws:iam::111122223333:user/Alice");
        account.Change(draft => draft.Remove(alice));
        account.AddUser("Alice");

        Assert.Equal(RoleGivens.Trusting(alice.Id), Shown());
    }

    [Fact]
    public void Follows_a_user_to_its_new_name()
    {
        var alice = account.AddUser("Alice");
        Create("arn:aws:iam::111122223333:user/Alice");
        account.Change(draft =>
        {
            draft.Remove(alice);
            draft.Put(alice with { Name = "Alicia", Path = "/new/" });
        });

        Assert.Equal(RoleGivens.Trusting("arn:aws:iam::111122223333:user/new/Alicia"), Shown());
    }

    [Fact]
    public void Keeps_the_ids_of_users_of_other_accounts_of_the_installation()
    {
        var bob = account.AddForeignUser("Bob");
        const string arn = $"arn:aws:iam::{RoleGivens.Other}:user/Bob";

        Create(arn);

        var role = account.Reload().Roles[0];
        Assert.Equal(RoleGivens.Trusting(bob.Id), Squeeze(role.TrustPolicy));
        Assert.Equal([new ForeignPrincipal(bob.Id, RoleGivens.Other)], role.ForeignTrusts);
        Assert.Equal(RoleGivens.Trusting(arn), Shown());

        account.ChangeOther(draft => draft.Remove(bob));
        Assert.Equal(RoleGivens.Trusting(bob.Id), Shown());
    }

    [Fact]
    public void Takes_ids_that_it_can_tell_the_owner_of()
    {
        var alice = account.AddUser("Alice");
        var bob = account.AddForeignUser("Bob");
        Create($"arn:aws:iam::{RoleGivens.Other}:user/Bob");

        Update(bob.Id);
        Assert.Equal(RoleGivens.Trusting($"arn:aws:iam::{RoleGivens.Other}:user/Bob"), Shown());

        Update(alice.Id);
        Assert.Equal(RoleGivens.Trusting("arn:aws:iam::111122223333:user/Alice"), Shown());
        Assert.Empty(account.Account.Roles[0].ForeignTrusts);

        // Nothing tells any more whose this one is.
        account.RefusesDocument($"Invalid principal in policy: \"AWS\":\"{bob.Id}\"", () => Update(bob.Id));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/None")]
    [InlineData("arn:aws:iam::111122223333:user/alice")]
    [InlineData("arn:aws:iam::111122223333:user/team/Alice")]
    [InlineData("arn:aws:iam::111122223333:role/None")]
    [InlineData("arn:aws:iam::444455556666:user/None")]
    [InlineData("AIDAAAAAAAAAAAAAAAAAA")]
    [InlineData("AROAAAAAAAAAAAAAAAAAA")]
    [InlineData("arn:aws:iam::111122223333:user/*")]
    [InlineData("arn:aws:iam::111122223333:group/staff")]
    public void Refuses_whom_there_is_not(string principal)
    {
        account.AddUser("Alice");
        account.AddForeignUser("Bob");

        account.RefusesDocument($"Invalid principal in policy: \"AWS\":\"{principal}\"", () => Create(principal));
    }

    [Theory]
    [InlineData("111122223333", "arn:aws:iam::111122223333:root")]
    [InlineData("999999999999", "arn:aws:iam::999999999999:root")]
    [InlineData("arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:root")]
    [InlineData("arn:aws:iam::999999999999:role/Elsewhere", "arn:aws:iam::999999999999:role/Elsewhere")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/App/session", "arn:aws:sts::111122223333:assumed-role/App/session")]
    [InlineData("*", "*")]
    public void Shows_accounts_as_their_root_and_leaves_what_it_cannot_look_up(string given, string shown)
    {
        Create(given);

        Assert.Equal(RoleGivens.Trusting(shown), Shown());
    }

    [Fact]
    public void Resolves_each_of_several_and_touches_nothing_but_principals()
    {
        var alice = account.AddUser("Alice");
        const string arn = "arn:aws:iam::111122223333:user/Alice";
        var document = """
            {"Version":"2012-10-17","Statement":[
            {"Sid":"A","Effect":"Allow","Principal":{"AWS":["ARN","111122223333"],"Service":["ec2.amazonaws.com","ecs.amazonaws.com"]},
            "Action":["sts:AssumeRole","sts:TagSession"],"Condition":{"StringLike":{"aws:PrincipalArn":["ARN","x"]}}}]}
            """.Replace("ARN", arn, StringComparison.Ordinal);

        Write(document);

        var kept = account.Account.Roles[0].TrustPolicy;
        Assert.Contains($"[\"{alice.Id}\",\"arn:aws:iam::111122223333:root\"]", kept);
        Assert.Contains($"\"aws:PrincipalArn\":[\"{arn}\",\"x\"]", kept);
        Assert.Equal(Squeeze(document).Replace("\"111122223333\"", "\"arn:aws:iam::111122223333:root\"", StringComparison.Ordinal), Shown());
    }

    [Fact]
    public void Leaves_a_document_as_it_was_written_when_there_is_nothing_to_resolve()
    {
        var document = RoleGivens.Trust.Replace("\"ec2.amazonaws.com\"", "[\"ec2.amazonaws.com\"]", StringComparison.Ordinal);

        Write(document);

        Assert.Equal(document, Shown());
    }

    private string Create(string principal) => Write(RoleGivens.Trusting(principal));

    private string Write(string document) => Squeeze(Uri.UnescapeDataString(
        account.Reach<CreateRole, CreateRoleRequest, CreateRoleResponse>(new() { RoleName = "App", AssumeRolePolicyDocument = document }).Role!.AssumeRolePolicyDocument!));

    private UpdateAssumeRolePolicyResponse Update(string principal) => account.Reach<UpdateAssumeRolePolicy, UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse>(
        new() { RoleName = "App", PolicyDocument = RoleGivens.Trusting(principal) });

    private string Shown() => Squeeze(Uri.UnescapeDataString(
        account.Reach<GetRole, GetRoleRequest, GetRoleResponse>(new() { RoleName = "App" }).Role!.AssumeRolePolicyDocument!));

    private static string Squeeze(string document) => document.Replace("\n", "", StringComparison.Ordinal);
}
