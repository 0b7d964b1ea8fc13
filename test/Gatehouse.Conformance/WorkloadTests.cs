namespace Gatehouse.Conformance;

/// <summary>Unmodified clients find the role of their machine or container by the documented variables alone [AU-800, AU-801, AU-810, AU-815, AU-820, AU-822].</summary>
public sealed class WorkloadTests
{
    private static readonly Dictionary<string, string> Clients = new(StringComparer.Ordinal)
    {
        ["AWS CLI"] = "aws sts get-caller-identity --query Arn --output text",
        ["boto3"] = """python3 -c 'import boto3; print(boto3.client("sts").get_caller_identity()["Arn"])'""",
        ["SDK for JavaScript"] = """(cd "$SCRIPTS" && node -e 'import("@aws-sdk/client-sts").then(async (sts) => console.log((await new sts.STSClient({}).send(new sts.GetCallerIdentityCommand({}))).Arn))')""",
    };

    private static readonly Dictionary<string, (string Variables, string Role)> Paths = new(StringComparer.Ordinal)
    {
        ["instance"] = ("AWS_EC2_METADATA_DISABLED=false AWS_EC2_METADATA_SERVICE_ENDPOINT=$INSTANCE", "web/i-"),
        ["container"] = ("AWS_CONTAINER_CREDENTIALS_FULL_URI=$CONTAINER/credentials AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=$TOKEN", "task/"),
    };

    [Fact]
    public async Task Every_client_finds_every_role()
    {
        var (folder, first, second) = (ServerProcess.NewFolder(), FreePorts.Next(), FreePorts.Next());
        var token = Path.Combine(folder, "task.token");
        await File.WriteAllTextAsync(token, "let-me-in", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"),
            $$"""
            { "Gatehouse": { "Workloads": [
              "instance http://127.0.0.1:{{first}} account={{ServerProcess.Account}} profile=web",
              "container http://127.0.0.1:{{second}} account={{ServerProcess.Account}} role=task token-file={{token}}"
            ] } }
            """,
            TestContext.Current.CancellationToken);
        await using var server = await ServerProcess.StartAsync(folder);
        var script =
            $$$"""
            trust() { printf '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"%s"},"Action":"sts:AssumeRole"}}' "$1"; }
            aws iam create-role --role-name web --assume-role-policy-document "$(trust ec2.amazonaws.com)" > made
            aws iam create-role --role-name task --assume-role-policy-document "$(trust ecs-tasks.amazonaws.com)" > made
            aws iam create-instance-profile --instance-profile-name web > made
            aws iam add-role-to-instance-profile --instance-profile-name web --role-name web
            root=$(mktemp); echo "$AWS_ACCESS_KEY_ID $AWS_SECRET_ACCESS_KEY" > "$root"
            unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
            SCRIPTS={{{Scripts.Find("js")}}} INSTANCE=http://127.0.0.1:{{{first}}} CONTAINER=http://127.0.0.1:{{{second}}} TOKEN={{{token}}}

            """;
        foreach (var (client, command) in Clients)
        {
            foreach (var (path, (variables, _)) in Paths)
            {
                script += $"(export {variables}; echo \"{client} by {path}: $( {command} )\")\n";
            }
        }

        script +=
            """
            read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY < "$root"; export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY; rm "$root"
            for try in 1 2 3 4 5 6 7 8 9 10; do
              aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRole --output text > events
              if grep -q '"invokedBy":"ec2.amazonaws.com"' events && grep -q '"invokedBy":"ecs-tasks.amazonaws.com"' events; then echo 'in the trail'; break; fi
              sleep 0.3
            done
            """;

        var output = await Shell.RunAsync(server, script);

        Assert.True(output.ExitCode == 0, output.ToString());
        foreach (var client in Clients.Keys)
        {
            Assert.All(Paths, path => Assert.Contains(
                $"{client} by {path.Key}: arn:aws:sts::{ServerProcess.Account}:assumed-role/{path.Value.Role}", output.Text, StringComparison.Ordinal));
        }

        Assert.Contains("in the trail", output.Text, StringComparison.Ordinal);
        Assert.Equal(await CertificateAsync(server), await RestartAsync(server));
    }

    // [AU-810]: who has the certificate can verify what the metadata service says after a restart as before.
    private static async Task<string> RestartAsync(ServerProcess server)
    {
        await server.KillAsync();
        await using var again = await ServerProcess.StartAsync(server.Folder);
        return await CertificateAsync(again);
    }

    private static async Task<string> CertificateAsync(ServerProcess server)
    {
        using var client = new HttpClient();
        var certificate = await client.GetStringAsync(new Uri(server.Endpoint + "/instance-identity/certificate"), TestContext.Current.CancellationToken);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", certificate, StringComparison.Ordinal);
        return certificate;
    }
}
