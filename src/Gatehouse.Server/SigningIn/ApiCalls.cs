using System.Text;
using System.Xml;
using System.Xml.Linq;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Signatures;
using Gatehouse.SignIn;
using Microsoft.AspNetCore.Http.Features;

namespace Gatehouse.Server.SigningIn;

/// <summary>Calls the API for pages: a signed request through the whole pipeline, only not over a socket [AU-712].</summary>
internal sealed class ApiCalls(Requests.Endpoint endpoint, TimeProvider clock) : IApiCalls
{
    // EnableMFADevice wants two codes, which a passkey does not show; nobody looks at these, and the trail hides them.
    private const string NoCode = "000000";

    /// <inheritdoc/>
    public ValueTask<XElement> CallAsync(
        IssuedSession? credentials, HttpContext visit, string service, string action, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel) =>
        CallAsync(credentials, visit, service, action, parameters, static _ => { }, cancel);

    /// <inheritdoc/>
    public async ValueTask EnablePasskeyAsync(IssuedSession credentials, HttpContext visit, string userName, string serialNumber, Passkey passkey, CancellationToken cancel) =>
        await CallAsync(
            credentials,
            visit,
            "iam",
            "EnableMFADevice",
            [new("UserName", userName), new("SerialNumber", serialNumber), new("AuthenticationCode1", NoCode), new("AuthenticationCode2", NoCode)],
            features => features.Set(passkey),
            cancel);

    /// <inheritdoc/>
    public ValueTask<XElement> RedeemAsync(SpentAssertion assertion, HttpContext visit, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel) =>
        CallAsync(null, visit, "sts", "AssumeRoleWithSAML", parameters, features => features.Set(assertion), cancel);

    private async ValueTask<XElement> CallAsync(
        IssuedSession? credentials, HttpContext visit, string service, string action, IReadOnlyList<KeyValuePair<string, string>> parameters, Action<IFeatureCollection> bring, CancellationToken cancel)
    {
        var fields = parameters.Prepend(new("Version", service == "iam" ? "2010-05-08" : "2011-06-15")).Prepend(new("Action", action));
        var body = Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")));
        var request = new OutgoingRequest
        {
            Method = "POST",
            Target = "/",
            Headers = [new("Host", $"{service}.amazonaws.com"), new("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
            Body = body,
        };
        if (credentials is not null)
        {
            request = new Signer(new(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.Token), "us-east-1", service).Sign(request, clock.GetUtcNow()).Request;
        }

        var inner = new DefaultHttpContext { RequestAborted = cancel };
        inner.Connection.RemoteIpAddress = visit.Connection.RemoteIpAddress;
        inner.Request.Method = "POST";
        inner.Request.Scheme = visit.Request.Scheme;
        inner.Request.Path = "/";
        inner.Features.Get<IHttpRequestFeature>()!.RawTarget = "/";
        foreach (var (name, value) in request.Headers)
        {
            inner.Request.Headers.Append(name, value);
        }

        bring(inner.Features);
        inner.Request.Headers.UserAgent = visit.Request.Headers.UserAgent;
        inner.Request.ContentLength = body.Length;
        using var question = new MemoryStream(body);
        using var answer = new MemoryStream();
        inner.Request.Body = question;
        inner.Response.Body = answer;
        await endpoint.AnswerAsync(inner);
        return Read(inner.Response.StatusCode, answer);
    }

    private static XElement Read(int status, MemoryStream answer)
    {
        answer.Position = 0;
        using var reader = XmlReader.Create(answer, new() { DtdProcessing = DtdProcessing.Prohibit });
        var root = XElement.Load(reader);
        if (status == StatusCodes.Status200OK)
        {
            return root;
        }

        var error = root.Descendants().FirstOrDefault(static element => element.Name.LocalName == "Error");
        throw new ApiRefusal(status, Text("Code") ?? "InternalFailure", Text("Message") ?? "The request could not be answered.");

        string? Text(string name) => error?.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
    }
}
