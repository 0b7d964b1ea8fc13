using System.Collections;
using System.CommandLine;
using Gatehouse.Server.Sessions;

namespace Gatehouse.Server.Workloads;

/// <summary><c>gatehouse credentials</c>: prints credentials for <c>credential_process</c>, which AWS's clients run when they need some.</summary>
internal static class CredentialsCommand
{
    private const int Refused = 1;

    /// <summary>Builds the command.</summary>
    internal static Command Build()
    {
        var certificate = Required("--certificate", "FILE", "The certificate, as PEM.");
        var key = Required("--private-key", "FILE", "Its private key, as PEM, not encrypted.");
        var intermediates = new Option<string>("--intermediates") { Description = "The certificates between it and the trust anchor, as PEM.", HelpName = "FILE" };
        var anchor = Required("--trust-anchor-arn", "ARN", "The trust anchor.");
        var profile = Required("--profile-arn", "ARN", "The profile.");
        var role = Required("--role-arn", "ARN", "The role.");
        var seconds = new Option<int>("--session-duration") { Description = "How long the session lasts, in seconds: 900 to 43200.", HelpName = "SECONDS", DefaultValueFactory = _ => 3600 };
        var name = new Option<string>("--role-session-name") { Description = "The session's name, where the profile accepts one.", HelpName = "NAME" };
        var region = new Option<string>("--region") { Description = "The region; that of the trust anchor unless given.", HelpName = "REGION" };
        var endpoint = new Option<string>("--endpoint") { Description = "Where the server is; AWS_ENDPOINT_URL_ROLESANYWHERE or AWS_ENDPOINT_URL unless given.", HelpName = "URL" };
        var command = new Command(
            "credentials",
            "Trades a certificate for credentials of a role (IAM Roles Anywhere), and prints them as credential_process wants them.\n"
            + "Exit codes: 0 done; 1 refused, not reached, or wrong use.")
        {
            certificate, key, intermediates, anchor, profile, role, seconds, name, region, endpoint,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var options = new CertificateOptions
                {
                    Certificate = parsed.GetValue(certificate)!,
                    PrivateKey = parsed.GetValue(key)!,
                    Intermediates = parsed.GetValue(intermediates),
                    TrustAnchorArn = parsed.GetValue(anchor)!,
                    ProfileArn = parsed.GetValue(profile)!,
                    RoleArn = parsed.GetValue(role)!,
                    Seconds = parsed.GetValue(seconds),
                    SessionName = parsed.GetValue(name),
                    Region = parsed.GetValue(region),
                    Endpoint = EndpointOf(parsed.GetValue(endpoint), Environment.GetEnvironmentVariables()),
                };
                await parsed.InvocationConfiguration.Output.WriteLineAsync(await CertificateClient.AskAsync(options, TimeProvider.System, cancel));
                return 0;
            }
            catch (ServiceRefusal refusal)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"gatehouse: {refusal.Message.ReplaceLineEndings(" ")}");
                return Refused;
            }
        });
        return command;
    }

    private static Option<string> Required(string name, string help, string description) => new(name) { Description = description, HelpName = help, Required = true };

    private static Uri EndpointOf(string? given, IDictionary environment)
    {
        var address = given ?? environment["AWS_ENDPOINT_URL_ROLESANYWHERE"] as string ?? environment["AWS_ENDPOINT_URL"] as string;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "" }
            ? uri
            : throw new ServiceRefusal("Say where Gatehouse listens, with --endpoint or AWS_ENDPOINT_URL: an http or https address.");
    }
}
