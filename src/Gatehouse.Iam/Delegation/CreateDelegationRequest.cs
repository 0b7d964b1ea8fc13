using System.Globalization;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Delegation;

/// <summary>Asks for the right to act in another account for a while, within what a policy of the asking account says.</summary>
internal sealed class CreateDelegationRequest : IWrite<CreateDelegationRequestRequest, CreateDelegationRequestResponse>
{
    // A limit of our own, for anyone may make them.
    private const int MostOpen = 1000;

    public static Arn Target(CreateDelegationRequestRequest request, Call call) => DelegationRequest.ArnOf(call.Account.Id, "*");

    public static void Require(CreateDelegationRequestRequest request, Call call, Requirements needs) => needs
        .Key("iam:TemplateArn", request.Permissions.PolicyTemplateArn)
        .Key("iam:NotificationChannel", request.NotificationChannel)
        .Key("iam:DelegationDuration", request.SessionDuration?.ToString(CultureInfo.InvariantCulture));

    public static CreateDelegationRequestResponse Handle(CreateDelegationRequestRequest request, Draft draft)
    {
        if (!request.NotificationChannel.StartsWith("arn:aws:sns:", StringComparison.Ordinal))
        {
            throw new InvalidInputException("The notification channel must be the ARN of an SNS topic.");
        }

        DelegationSubject.Forget(draft);
        var account = draft.Account;
        if (account.Delegations.Any(made => made.Requestor == account.Id && made.Workflow == request.RequestorWorkflowId))
        {
            throw new EntityAlreadyExistsException($"A delegation request with workflow id {request.RequestorWorkflowId} already exists.");
        }

        Quotas.Require("DelegationRequestsPerAccount", MostOpen, account.Delegations.Count(made => made.Requestor == account.Id));
        var parameters = DelegationTemplate.Read(request.Permissions.Parameters);
        var delegation = new DelegationRequest
        {
            Id = DelegationSubject.NewId(draft.Call.Installation.Ids, account.Id),
            Requestor = account.Id,
            RequestorName = account.Profile.Name.Length <= 30 ? account.Profile.Name : account.Profile.Name[..30],
            OwnerAccount = request.OwnerAccountId,
            Description = request.Description,
            Message = request.RequestMessage,
            Template = request.Permissions.PolicyTemplateArn,
            Parameters = parameters,
            Policy = DelegationTemplate.Fill(draft, request.Permissions.PolicyTemplateArn, parameters),
            Workflow = request.RequestorWorkflowId,
            RedirectUrl = request.RedirectUrl,
            Channel = request.NotificationChannel,
            SessionSeconds = request.SessionDuration!.Value,
            OnlySendByOwner = request.OnlySendByOwner is true,
            Created = draft.Now,
            Updated = draft.Now,
            State = DelegationState.Unassigned,
        };
        draft.Put(delegation);
        return new()
        {
            DelegationRequestId = delegation.Id,
            ConsoleDeepLink = $"https://console.aws.amazon.com/iam/home#/delegation-requests/{delegation.Id}",
        };
    }
}
