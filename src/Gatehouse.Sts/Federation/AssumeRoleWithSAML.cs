using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Sts;
using Gatehouse.Operations;

namespace Gatehouse.Sts.Federation;

/// <summary>Gives a session of a role to whom a SAML identity provider vouches for, if the role trusts that provider's word [AU-503].</summary>
/// <remarks>Unsigned: the assertion is all that is shown. An assertion may be redeemed more than once while it holds, unless the operator says otherwise [AU-507].</remarks>
internal sealed class AssumeRoleWithSAML : IRead<AssumeRoleWithSAMLRequest, AssumeRoleWithSAMLResponse>
{
    // Whether the caller may is the role's trust policy's to say, once the assertion is believed.
    public static bool NeedsPermission => false;

    public static Arn Target(AssumeRoleWithSAMLRequest request, Call call) => new(request.RoleArn);

    public static AssumeRoleWithSAMLResponse Handle(AssumeRoleWithSAMLRequest request, Call call)
    {
        FederatedSession.RequireArn(request.RoleArn);
        FederatedSession.RequireArn(request.PrincipalArn);
        var proof = FederatedSession.Prove(call, proofs => proofs.CheckAssertion(call.Owner, request.PrincipalArn, request.RoleArn, request.SAMLAssertion, call.SpentAssertion?.Taken));
        var session = FederatedSession.Issue(
            call, request.RoleArn, "sts:AssumeRoleWithSAML", proof, proof.SessionName!, request.Policy, request.PolicyArns, request.DurationSeconds);
        return new()
        {
            Credentials = session.Credentials,
            AssumedRoleUser = session.User,
            PackedPolicySize = session.PackedPolicySize,
            Subject = proof.Subject,
            SubjectType = proof.SubjectType,
            Issuer = proof.Issuer,
            Audience = proof.Audience,
            NameQualifier = proof.NameQualifier,
            SourceIdentity = proof.SourceIdentity,
        };
    }
}
