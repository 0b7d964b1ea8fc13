using Gatehouse.Accounts;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Wire;

namespace Gatehouse.Server.Authentication;

/// <summary>What temporary credentials may not call whatever policies say: step 16 of AU-6, the table of AU-303.</summary>
internal static class SessionLimits
{
    /// <summary>Refuses IAM to sessions that may never call it. STS's own limits stand in its operations' table.</summary>
    /// <exception cref="ApiException">The session may not call the service.</exception>
    internal static void Require(Caller caller, ServiceContract service)
    {
        var shutOut = caller.Session switch
        {
            { Kind: SessionKind.SessionToken, MfaPresent: false } => true,
            { Kind: SessionKind.FederatedUser } => true,
            _ => false,
        };
        if (shutOut && service.Name == "iam")
        {
            throw new CommonException(CommonError.Key, "The security token included in the request is invalid");
        }
    }

    /// <summary>Refuses an operation of STS to sessions that may never call it, and to those that are to bring in a second factor whatever is not that.</summary>
    /// <exception cref="ApiException">The session may not call the operation.</exception>
    internal static void Require(Caller caller, OperationContract operation)
    {
        // [AU-616]
        if (caller.Session is { Kind: SessionKind.Enrolment } && (operation.Service.Name != "iam" || operation.Name is not ("CreateVirtualMFADevice" or "EnableMFADevice")))
        {
            throw new CommonException(CommonError.AccessDenied, $"User: {caller.Arn} is not authorized to perform: {operation.Service.Name}:{operation.Name}");
        }

        if (operation.Service.Name != "sts")
        {
            return;
        }

        // [AU-308]: neither root itself nor a session of it.
        if (operation.Name == "AssumeRole" && caller.Kind == CallerKind.Root)
        {
            throw new CommonException(CommonError.AccessDenied, "Roles may not be assumed by root accounts.");
        }

        if (caller.Session is not { } session)
        {
            return;
        }

        if (operation.Name is "GetSessionToken" or "GetFederationToken")
        {
            throw new CommonException(CommonError.AccessDenied, $"Cannot call {operation.Name} with session credentials");
        }

        var allowed = session.Kind switch
        {
            SessionKind.AssumedRole or SessionKind.Delegated or SessionKind.SignIn => true,
            SessionKind.SessionToken => operation.Name is "AssumeRole" or "GetCallerIdentity",
            _ => operation.Name is "GetCallerIdentity",
        };
        if (!allowed)
        {
            throw new CommonException(CommonError.AccessDenied, $"User: {caller.Arn} is not authorized to perform: sts:{operation.Name}");
        }
    }
}
