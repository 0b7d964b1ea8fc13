using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Contracts.Iam.Shapes;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SshPublicKeys;

/// <summary>Lists the SSH keys of a user, oldest first; of a user without any, none.</summary>
internal sealed class ListSSHPublicKeys : IRead<ListSSHPublicKeysRequest, ListSSHPublicKeysResponse>
{
    public static Arn Target(ListSSHPublicKeysRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(ListSSHPublicKeysRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static ListSSHPublicKeysResponse Handle(ListSSHPublicKeysRequest request, Call call)
    {
        var user = call.Account.RequireUser(Subject.NameOf(request.UserName, call));
        var page = Paging.Of(
            call.Account.SshPublicKeys.OwnedBy(user.Id).OrderBy(PlaceOf, StringComparer.Ordinal), PlaceOf, request.Marker, request.MaxItems);
        return new()
        {
            SSHPublicKeys = page.Items.Select(key => new SSHPublicKeyMetadata
            {
                UserName = user.Name,
                SSHPublicKeyId = key.Id,
                Status = key.Status.ToString(),
                UploadDate = key.Uploaded,
            }).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };

        static string PlaceOf(SshPublicKey key) => Places.Of(key.Uploaded, key.Id);
    }
}
