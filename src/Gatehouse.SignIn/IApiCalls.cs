using System.Xml.Linq;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.SignIn;

/// <summary>Calls the API as any client does, signed, so that policies, second factors and the audit trail are the same for pages as for the command line [AU-712].</summary>
public interface IApiCalls
{
    /// <summary>Calls an operation.</summary>
    /// <param name="credentials">Who calls; null for operations that take unsigned requests.</param>
    /// <param name="visit">The browser's request, whose address the trail and the conditions see.</param>
    /// <param name="service">The service: <c>iam</c> or <c>sts</c>.</param>
    /// <param name="action">The operation, such as <c>ChangePassword</c>.</param>
    /// <param name="parameters">Its parameters, in AWS Query form.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ApiRefusal">It was refused.</exception>
    ValueTask<XElement> CallAsync(IssuedSession? credentials, Microsoft.AspNetCore.Http.HttpContext visit, string service, string action, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel);

    /// <summary>Gets a session of a role for an assertion that a page has used up: <c>AssumeRoleWithSAML</c>, to which it is then not used up [AU-507].</summary>
    /// <param name="assertion">The assertion.</param>
    /// <param name="visit">The browser's request.</param>
    /// <param name="parameters">The operation's parameters, in AWS Query form.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ApiRefusal">It was refused.</exception>
    ValueTask<XElement> RedeemAsync(SpentAssertion assertion, Microsoft.AspNetCore.Http.HttpContext visit, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel);

    /// <summary>Gives a passkey to a user: <c>EnableMFADevice</c> with what a page has verified, which no client can send [AU-600].</summary>
    /// <param name="credentials">Who calls.</param>
    /// <param name="visit">The browser's request.</param>
    /// <param name="userName">The user; <c>root</c> for root.</param>
    /// <param name="serialNumber">The serial number of the new device.</param>
    /// <param name="passkey">What was verified.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ApiRefusal">It was refused.</exception>
    ValueTask EnablePasskeyAsync(IssuedSession credentials, Microsoft.AspNetCore.Http.HttpContext visit, string userName, string serialNumber, Passkey passkey, CancellationToken cancel);
}
