using System.Net;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Server.Requests;

/// <summary>The condition keys of the transport and the clock, of a request to the API.</summary>
internal sealed class RequestKeys(Inbound inbound, Caller caller, string region, bool globalService) : TransportKeys
{
    protected override IPAddress? Address => inbound.Address;

    protected override bool Secure => inbound.Secure;

    protected override DateTimeOffset Now => inbound.Now;

    // AWS: global services answer in us-east-1, whatever region a client signed for.
    protected override string Region => globalService ? "us-east-1" : region;

    protected override string? UserAgent => inbound.UserAgent;

    protected override string? Referer => inbound.Find("Referer");

    protected override SessionContents? Session => caller.Session;
}
