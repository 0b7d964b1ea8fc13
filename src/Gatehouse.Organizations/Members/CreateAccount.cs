using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;
using Gatehouse.Organizations.Tagging;

namespace Gatehouse.Organizations.Members;

/// <summary>Asks for an account. It is made afterwards, by <see cref="AccountCreator"/>; the answer is a status to poll.</summary>
/// <remarks>
/// Waits for the store: before the request is committed, its id is noted where a worker that starts finds it without
/// reading every account. A note whose request never came is passed over.
/// </remarks>
internal sealed class CreateAccount : IReach<CreateAccountRequest, CreateAccountResponse>
{
    /// <summary>The role by which the management account gets into a new account, unless it names another.</summary>
    internal const string DefaultRole = "OrganizationAccountAccessRole";

    public static bool Changes => true;

    public static Arn Target(CreateAccountRequest request, Call call) => Arn.Any;

    public static void Require(CreateAccountRequest request, Call call, Requirements needs) =>
        Tags.RequireNew(request.Tags, Arns.OfAccount(call.Account, "*"), needs);

    public static async ValueTask<CreateAccountResponse> HandleAsync(CreateAccountRequest request, Reach reach, CancellationToken cancel)
    {
        // Refused before anything is noted; looked at again on the newest account when it is committed.
        RequireRoom(reach.Call.Account);
        var installation = reach.Call.Installation;
        var (id, account) = (installation.Ids.NewLowerId("car-", 32), installation.Ids.NewAccountId());
        await installation.Names.ClaimAsync(AccountCreator.Note, id, reach.Call.Account.Id, cancel);
        var response = await reach.CommitAsync(draft => Ask(request, draft, id, account), cancel);
        installation.Creations.Add(reach.Call.Account.Id, id);
        return response;
    }

    private static CreateAccountResponse Ask(CreateAccountRequest request, Draft draft, string id, string account)
    {
        RequireRoom(draft.Account);
        foreach (var old in draft.Account.Creations.Where(creation => creation.Completed < draft.Now.AddDays(-Quotas.CreationDays)).ToList())
        {
            draft.Remove(old);
        }

        // Whether users may see bills is of no use here: there are none.
        var creation = new AccountCreation
        {
            Id = id,
            AccountId = account,
            Name = request.AccountName,
            Email = request.Email,
            RoleName = request.RoleName ?? DefaultRole,
            Requested = draft.Now,
            Tags = Tags.New(request.Tags),
        };
        draft.Put(creation);
        return new() { CreateAccountStatus = creation.Describe() };
    }

    private static void RequireRoom(Account management)
    {
        management.RequireManagement();
        var underWay = management.Creations.Count(creation => creation.Completed is null);
        if (management.Members.Count + underWay >= Quotas.Accounts)
        {
            throw Refusals.Constraint(ConstraintViolationExceptionReason.ACCOUNT_NUMBER_LIMIT_EXCEEDED, "You have exceeded the allowed number of AWS accounts.");
        }

        if (underWay >= Quotas.AccountsUnderWay)
        {
            throw new TooManyRequestsException("AWS Organizations can't complete your request because another request is already in progress. Try again later.");
        }
    }
}
