using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Policies;

/// <summary>Adds a version to a managed policy, and puts it in force if asked to.</summary>
internal sealed class CreatePolicyVersion : IWrite<CreatePolicyVersionRequest, CreatePolicyVersionResponse>
{
    public static Arn Target(CreatePolicyVersionRequest request, Call call) => new(request.PolicyArn);

    public static void Require(CreatePolicyVersionRequest request, Call call, Requirements needs) => PolicySubject.Require(request.PolicyArn, call, needs);

    public static CreatePolicyVersionResponse Handle(CreatePolicyVersionRequest request, Draft draft)
    {
        PolicySubject.RequireOwn(request.PolicyArn);
        var policy = draft.Call.FindPolicy(draft.Account, request.PolicyArn)
            ?? throw new NoSuchEntityException($"Policy {request.PolicyArn} does not exist or is not attachable.");
        PolicyVersions.RequireDocument(request.PolicyDocument, draft.Call);
        var most = draft.Call.Installation.Quotas[IamQuotas.VersionsPerPolicy];
        if (policy.Versions.Length >= most)
        {
            throw new LimitExceededException(
                $"A managed policy can have up to {most} versions. Before you create a new version, you must delete an existing version.");
        }

        var version = new PolicyVersion(policy.NextVersion, request.PolicyDocument, draft.Now);
        var newer = policy with
        {
            Versions = policy.Versions.Add(version),
            NextVersion = version.Number + 1,
            DefaultVersion = request.SetAsDefault is true ? version.Number : policy.DefaultVersion,
            Updated = draft.Now,
        };
        draft.Put(newer);
        return new() { PolicyVersion = version.DescribeListed(newer) };
    }
}
