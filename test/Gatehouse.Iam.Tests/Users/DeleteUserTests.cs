using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccessKeys;
using Gatehouse.Iam.SigningCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Iam.Tests.LoginProfiles;
using Gatehouse.Iam.Tests.ServiceCredentials;
using Gatehouse.Iam.Tests.SshPublicKeys;
using Gatehouse.Iam.Tests.Mfa;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class DeleteUserTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Deletes_a_user_boundary_and_tags_and_all()
    {
        account.Put(account.AddUser("Alice") with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        Call(new() { UserName = "ALICE" });

        Assert.Empty(account.Account.Users);
        account.RefusesMissing("The user with name Alice cannot be found.", () => Call(new() { UserName = "Alice" }));
    }

    [Fact]
    public void Refuses_as_long_as_the_user_holds_something()
    {
        account.AddUser("Alice");
        var group = account.AddGroup("staff", "/", "Alice");
        account.Put(account.Account.Users.Find("Alice")! with { AttachedPolicies = [Givens.ReadOnly], InlinePolicies = [new("read", Givens.Document)] });
        var key = account.Write<CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse>(new() { UserName = "Alice" }).AccessKey.AccessKeyId;
        account.AddLogin("Alice");
        account.AddSshKey("Alice", 7);
        account.AddCredential("Alice");
        account.Write<UploadSigningCertificate, UploadSigningCertificateRequest, UploadSigningCertificateResponse>(
            new() { UserName = "Alice", CertificateBody = new CertificateGivens(account).Issue("a").Body });

        account.RefusesDeletion("Cannot delete entity, must detach all policies first.", Delete);
        account.Put(account.Account.Users.Find("Alice")! with { AttachedPolicies = [] });
        account.RefusesDeletion("Cannot delete entity, must delete policies first.", Delete);
        account.Put(account.Account.Users.Find("Alice")! with { InlinePolicies = [] });
        account.RefusesDeletion("Cannot delete entity, must delete login profile first.", Delete);
        account.Change(draft => draft.Remove(draft.Account.LoginProfiles.Single()));
        account.RefusesDeletion("Cannot delete entity, must delete access keys first.", Delete);
        account.Change(draft => draft.Remove(draft.Account.AccessKeys.Find(key)!));
        account.RefusesDeletion("Cannot delete entity, must delete signing certificates first.", Delete);
        account.Change(draft => draft.Remove(draft.Account.SigningCertificates.Single()));
        account.RefusesDeletion("Cannot delete entity, must remove referenced objects first.", Delete);
        account.Change(draft => draft.Remove(draft.Account.SshPublicKeys.Single()));
        account.RefusesDeletion("Cannot delete entity, must remove referenced objects first.", Delete);
        account.Change(draft => draft.Remove(draft.Account.ServiceCredentials.Single()));
        var device = account.AddDevice("phone", account.Account.Users.Find("Alice")!.Id);
        account.RefusesDeletion("Cannot delete entity, must delete MFA device first.", Delete);
        account.Put(device with { Holder = null, Enabled = null });
        account.RefusesDeletion("Cannot delete entity, must remove users from group first.", Delete);
        account.Put(account.Account.Users.Find("Alice")! with { Groups = [] });
        Delete();

        Assert.Empty(account.Account.Users);
        Assert.Equal(group.Id, Assert.Single(account.Account.Groups).Id);
    }

    [Fact]
    public void Leaves_others_with_their_keys()
    {
        account.AddUser("Alice");
        account.AddUser("Bob");
        account.Write<CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse>(new() { UserName = "Bob" });

        Call(new() { UserName = "Alice" });

        Assert.Single(account.Account.AccessKeys);
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody" }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.Put(account.AddUser("Alice", "/staff/") with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        var needs = account.Needs<DeleteUser, DeleteUserRequest>("iam:DeleteUser", new() { UserName = "alice" });

        Assert.Equal(["iam:DeleteUser arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
        Assert.Equal("blue", needs.Value("iam:ResourceTag/team"));
    }

    private DeleteUserResponse Delete() => Call(new() { UserName = "Alice" });

    private DeleteUserResponse Call(DeleteUserRequest request) => account.Write<DeleteUser, DeleteUserRequest, DeleteUserResponse>(request);
}
