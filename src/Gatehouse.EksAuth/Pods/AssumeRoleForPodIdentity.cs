using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Pods;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.EksAuth;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.EksAuth.Pods;

/// <summary>Gives a pod a session of the role that its service account has; the node that the pod runs on asks for it [AU-831, AU-832].</summary>
/// <remarks>Waits for the keys of the cluster's issuer when they are not at hand. That the caller may ask is the caller's policies' to say, on the cluster.</remarks>
internal sealed class AssumeRoleForPodIdentity : IReach<AssumeRoleForPodIdentityRequest, AssumeRoleForPodIdentityResponse>
{
    public static bool Changes => false;

    public static Arn Target(AssumeRoleForPodIdentityRequest request, Call call) => PodCluster.ArnOf(call.Region, call.Account.Id, request.ClusterName);

    // The model names every refusal of the service, those that all services have in common too.
    public static ApiException Refuse(ApiException refusal) => refusal switch
    {
        CommonException { Kind: CommonError.Validation or CommonError.Malformed } => new InvalidParameterException(refusal.Message),
        CommonException { Kind: CommonError.InternalFailure } => new InternalServerException(refusal.Message),
        CommonException { Kind: CommonError.ServiceUnavailable } => new ServiceUnavailableException(refusal.Message),
        _ => refusal,
    };

    public static async ValueTask<AssumeRoleForPodIdentityResponse> HandleAsync(AssumeRoleForPodIdentityRequest request, Reach reach, CancellationToken cancel)
    {
        var call = reach.Call;
        var arn = Target(request, call);
        var cluster = call.Installation.Clusters.FirstOrDefault(one => one.Arn == arn) ?? throw new ResourceNotFoundException($"No cluster found for name: {request.ClusterName}.");
        try
        {
            var session = await PodSession.ProveAsync(call.Installation, cluster, request.Token, cancel);

            // The trust policy, as it is now that the issuer has been waited for.
            var account = await reach.FindAccountAsync(cluster.Account, cancel);
            var management = account is null ? null : await call.Installation.Accounts.ManagementOfAsync(account, cancel);
            var (role, issued) = Begin(session, call, account, management);
            return new()
            {
                Subject = new() { Namespace = session.Pod.Namespace, ServiceAccount = session.Pod.ServiceAccount },
                Audience = ProvenPod.Audience,
                PodIdentityAssociation = new() { AssociationArn = cluster.ArnOf(session.Association).Text, AssociationId = cluster.IdOf(session.Association) },
                AssumedRoleUser = new()
                {
                    Arn = Arn.AssumedRole(cluster.Account, role.Name, session.Name).Text,
                    AssumeRoleId = $"{role.Id}:{session.Name}",
                },
                Credentials = new()
                {
                    AccessKeyId = issued.AccessKeyId,
                    SecretAccessKey = issued.SecretAccessKey,
                    SessionToken = issued.Token,
                    Expiration = issued.Contents.Expires,
                },
            };
        }
        catch (PodRefusal refusal)
        {
            throw Describe(refusal);
        }
    }

    // AWS: beside the node's request the trail shows that the service assumed the role, or was not let.
    private static (Role Role, IssuedSession Issued) Begin(PodSession session, Call call, Account? account, Account? management)
    {
        try
        {
            var (role, issued) = session.Begin(call.Installation, account, management, call.Now);
            call.Happened?.Invoke(session.Assumption.Granted(call.Installation.Ids, call.Region, call.Now, role, issued));
            return (role, issued);
        }
        catch (PodRefusal refusal) when (refusal.Fault == PodFault.Denied)
        {
            call.Happened?.Invoke(session.Assumption.Denied(call.Installation.Ids, call.Region, call.Now));
            throw;
        }
    }

    private static ApiException Describe(PodRefusal refusal) => refusal.Fault switch
    {
        PodFault.ExpiredToken => new ExpiredTokenException(refusal.Message),
        PodFault.Unreachable => new ServiceUnavailableException(refusal.Message),
        PodFault.NotFound => new ResourceNotFoundException(refusal.Message),
        PodFault.Denied => new AccessDeniedException(refusal.Message),
        PodFault.TooLarge => new InvalidRequestException(refusal.Message),
        _ => new InvalidTokenException(refusal.Message),
    };
}
