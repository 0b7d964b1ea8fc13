using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.IdentityCenter.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Instances;

/// <summary>Makes the account's instance, with an empty identity store. An account has at most one.</summary>
/// <remarks>
/// Waits for the names: the id of the identity store is claimed before the instance is committed, because calls about the store find its
/// account by it. AWS refuses the call in the management account, whose instance is enabled in the console; there is no console here.
/// </remarks>
internal sealed class CreateInstance : IReach<CreateInstanceRequest, CreateInstanceResponse>
{
    public static bool Changes => true;

    public static Arn Target(CreateInstanceRequest request, Call call) => new("arn:aws:sso:::instance/*");

    public static void Require(CreateInstanceRequest request, Call call, Requirements needs) => needs.RequestTags(Tags.Read(request.Tags));

    public static async ValueTask<CreateInstanceResponse> HandleAsync(CreateInstanceRequest request, Reach reach, CancellationToken cancel)
    {
        var (call, installation) = (reach.Call, reach.Call.Installation);
        var asked = CreationToken.Of(request.ClientToken, request.ToString());
        if (call.Account.IdentityCenter is { } there)
        {
            return Again(there, asked);
        }

        var tags = Tags.New(request.Tags);
        var (id, store) = (installation.Ids.NewHexId("ssoins-", 16), installation.Ids.NewHexId("d-", 10));
        while (!await installation.Names.ClaimAsync(IdentityCenterInstance.StoreNames, store, call.Account.Id, cancel))
        {
            store = installation.Ids.NewHexId("d-", 10);
        }

        var instance = await reach.CommitAsync(
            draft =>
            {
                if (draft.Account.IdentityCenter is { } other)
                {
                    return other;
                }

                var made = new IdentityCenterInstance
                {
                    Id = id,
                    IdentityStoreId = store,
                    Region = call.Region,
                    Created = draft.Now,
                    Name = request.Name,
                    Asked = asked,
                    Tags = tags,
                };
                draft.Put(made);
                return made;
            },
            cancel);
        if (instance.Id == id)
        {
            return new() { InstanceArn = instance.Arn.Text };
        }

        await installation.Names.ReleaseAsync(IdentityCenterInstance.StoreNames, store, call.Account.Id, cancel);
        return Again(instance, asked);
    }

    // The same request once more is answered as before; any other would make a second instance.
    private static CreateInstanceResponse Again(IdentityCenterInstance instance, CreationToken? asked) => new()
    {
        InstanceArn = Creation.FindAgain([instance], one => one.Asked, asked)?.Arn.Text
            ?? throw new ConflictException("An instance of IAM Identity Center already exists in this account."),
    };
}
