using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Policies;

/// <summary>Adds a managed policy with its first version.</summary>
internal sealed class CreatePolicy : IWrite<CreatePolicyRequest, CreatePolicyResponse>
{
    public static Arn Target(CreatePolicyRequest request, Call call) => ManagedPolicy.ArnOf(call.Account.Id, request.Path ?? "/", request.PolicyName);

    public static void Require(CreatePolicyRequest request, Call call, Requirements needs)
    {
        needs.RequestTags(Tags.Read(request.Tags));
        if (request.Tags is { Count: > 0 })
        {
            needs.Also("iam:TagPolicy");
        }
    }

    public static CreatePolicyResponse Handle(CreatePolicyRequest request, Draft draft)
    {
        PolicyVersions.RequireDocument(request.PolicyDocument, draft.Call);
        if (draft.Account.Policies.Contains(request.PolicyName))
        {
            throw new EntityAlreadyExistsException($"A policy called {request.PolicyName} already exists. Duplicate names are not allowed.");
        }

        draft.Call.RequireRoom(IamQuotas.Policies, draft.Account.Policies.Count);
        var policy = new ManagedPolicy
        {
            Id = draft.NewId("ANPA"),
            Name = request.PolicyName,
            Path = request.Path ?? "/",
            Description = request.Description is "" ? null : request.Description,
            Created = draft.Now,
            Updated = draft.Now,
            DefaultVersion = 1,
            NextVersion = 2,
            Versions = [new(1, request.PolicyDocument, draft.Now)],
            Tags = Tags.New(request.Tags, StringComparer.Ordinal),
        };
        draft.Put(policy);
        return new() { Policy = policy.DescribeNew(policy.ArnIn(draft.Account.Id).Text) };
    }
}
