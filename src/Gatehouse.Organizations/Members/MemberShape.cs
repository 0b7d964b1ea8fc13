using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Organizations.Shapes;

namespace Gatehouse.Organizations.Members;

/// <summary>An account of an organization, and a request for one, as the wire shows them.</summary>
internal static class MemberShape
{
    /// <summary>The account.</summary>
    internal static Contracts.Organizations.Shapes.Account Describe(this MemberAccount member, Account management) => new()
    {
        Id = member.Id,
        Arn = Arns.OfAccount(management, member.Id).Text,
        Email = member.Email,
        Name = member.Name,
        Status = member.Suspended ? AccountStatus.SUSPENDED : AccountStatus.ACTIVE,
        State = member.Suspended ? AccountState.SUSPENDED : AccountState.ACTIVE,
        Paths = [$"{OrganizationPaths.Of(management, member.Id)}{member.Id}/"],
        JoinedMethod = member.JoinedMethod,
        JoinedTimestamp = member.Joined,
    };

    /// <summary>How far a request for an account has come.</summary>
    internal static string StateOf(AccountCreation creation) =>
        creation.Completed is null ? CreateAccountState.IN_PROGRESS
        : creation.Failure is null ? CreateAccountState.SUCCEEDED
        : CreateAccountState.FAILED;

    /// <summary>The request. The account's number shows only when there is an account.</summary>
    internal static CreateAccountStatus Describe(this AccountCreation creation) => new()
    {
        Id = creation.Id,
        AccountName = creation.Name,
        State = StateOf(creation),
        RequestedTimestamp = creation.Requested,
        CompletedTimestamp = creation.Completed,
        AccountId = creation is { Completed: not null, Failure: null } ? creation.AccountId : null,
        FailureReason = creation.Failure,
    };
}
