using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Members;

/// <summary>Moves an account to another root or unit, whose policies bear on it from then on.</summary>
internal sealed class MoveAccount : IWrite<MoveAccountRequest, MoveAccountResponse>
{
    private const string Action = "organizations:MoveAccount";

    public static Arn Target(MoveAccountRequest request, Call call) => Arns.OfAccount(call.Account, request.AccountId);

    // [PE-7]: asked of the account and of both its parents.
    public static void Require(MoveAccountRequest request, Call call, Requirements needs)
    {
        Tree.RequireNodeTags(call, request.AccountId, needs);
        needs.Also(Action, Arns.OfNode(call.Account, request.SourceParentId)).Also(Action, Arns.OfNode(call.Account, request.DestinationParentId));
    }

    public static MoveAccountResponse Handle(MoveAccountRequest request, Draft draft)
    {
        draft.Account.RequireManagement();
        var member = draft.Account.Members.Find(request.AccountId) ?? throw Refusals.NoAccount();
        if (member.ParentId != request.SourceParentId)
        {
            throw new SourceParentNotFoundException("You specified a source parent that doesn't exist, or that isn't the current parent of the account.");
        }

        if (!Tree.IsParent(draft.Account, request.DestinationParentId))
        {
            throw new DestinationParentNotFoundException("You specified a destination parent that doesn't exist.");
        }

        if (request.DestinationParentId == request.SourceParentId)
        {
            throw new DuplicateAccountException("That account is already present in the specified destination.");
        }

        draft.Put(member with { ParentId = request.DestinationParentId });
        return new();
    }
}
