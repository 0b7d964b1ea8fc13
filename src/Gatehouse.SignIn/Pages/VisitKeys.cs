using System.Net;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.SignIn.Pages;

/// <summary>The condition keys of the transport and the clock, of a request for a page.</summary>
internal sealed class VisitKeys(Visit visit) : TransportKeys
{
    protected override IPAddress? Address => visit.Address;

    protected override bool Secure => visit.Http.Request.IsHttps;

    protected override DateTimeOffset Now => visit.Now;

    protected override string Region => visit.Services.Region;

    protected override string? UserAgent => visit.UserAgent;

    protected override string? Referer => visit.Http.Request.Headers.Referer is [{ Length: > 0 } referer] ? referer : null;

    protected override SessionContents? Session => visit.SignedIn?.Session.Contents;
}
