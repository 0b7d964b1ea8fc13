using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Deletes a user who holds nothing any more. A user made anew under the name is another, with another id.</summary>
internal sealed class DeleteUser : IWrite<DeleteUserRequest, DeleteUserResponse>
{
    public static Arn Target(DeleteUserRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(DeleteUserRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static DeleteUserResponse Handle(DeleteUserRequest request, Draft draft)
    {
        var user = draft.Account.RequireUser(request.UserName);
        Deletion.RequireNoPolicies(user);
        Deletion.Require(!draft.Account.LoginProfiles.Contains(user.Id), "delete login profile");
        Deletion.Require(draft.Account.AccessKeys.OwnedBy(user.Id).IsEmpty, "delete access keys");
        Deletion.Require(draft.Account.SigningCertificates.OwnedBy(user.Id).IsEmpty, "delete signing certificates");

        // AWS: of these it says no more.
        Deletion.Require(
            draft.Account.SshPublicKeys.OwnedBy(user.Id).IsEmpty && draft.Account.ServiceCredentials.OwnedBy(user.Id).IsEmpty, "remove referenced objects");
        Deletion.Require(draft.Account.MfaDevices.OwnedBy(user.Id).IsEmpty, "delete MFA device");
        Deletion.Require(user.Groups.IsEmpty, "remove users from group");
        draft.Remove(user);
        return new();
    }
}
