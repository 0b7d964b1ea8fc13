using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gatehouse.Signatures;

namespace Gatehouse.Conformance;

/// <summary>What was acknowledged is there after a restart, however the process ended.</summary>
public sealed partial class RestartTests
{
    [Fact]
    public async Task Data_survives_a_stop_and_a_start()
    {
        var folder = ServerProcess.NewFolder();
        await using (var first = await ServerProcess.StartAsync(folder))
        {
            var made = await Shell.RunAsync(first, "aws iam create-user --user-name alice; aws iam create-access-key --user-name alice --query AccessKey.SecretAccessKey --output text > secret");
            Assert.True(made.ExitCode == 0, made.ToString());
            Assert.Equal(0, await first.StopAsync());
        }

        await using var second = await ServerProcess.StartAsync(folder);
        var output = await Shell.RunAsync(
            second,
            """
            export AWS_ACCESS_KEY_ID=$(aws iam list-access-keys --user-name alice --query 'AccessKeyMetadata[0].AccessKeyId' --output text)
            export AWS_SECRET_ACCESS_KEY=$(cat secret)
            aws sts get-caller-identity --query Arn --output text
            """);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.Equal($"arn:aws:iam::{ServerProcess.Account}:user/alice", output.Text.Trim());
    }

    [Fact]
    public async Task A_process_killed_in_the_middle_of_writes_loses_nothing_it_acknowledged()
    {
        var folder = ServerProcess.NewFolder();
        var acknowledged = new ConcurrentBag<string>();
        // 4 rounds here; GATEHOUSE_KILL_ROUNDS=50 for a long look.
        var rounds = int.Parse(Environment.GetEnvironmentVariable("GATEHOUSE_KILL_ROUNDS") ?? "4", CultureInfo.InvariantCulture);
        for (var round = 0; round < rounds; round++)
        {
            await using var server = await ServerProcess.StartAsync(folder);
            using var client = new HttpClient();
            using var stop = new CancellationTokenSource();
            var name = round;
            var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
            {
                for (var number = 0; !stop.IsCancellationRequested; number++)
                {
                    var user = $"u-{name}-{writer}-{number}";
                    if (await TryCreateAsync(client, server, user))
                    {
                        acknowledged.Add(user);
                    }
                }
            })).ToList();

            var before = acknowledged.Count;
            while (acknowledged.Count < before + 40 + (round * 17 % 60))
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            await server.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(writers);
        }

        await using var last = await ServerProcess.StartAsync(folder);
        var listed = await Shell.RunAsync(last, "aws iam list-users --query 'Users[].UserName' --output text");
        var names = listed.Text.Split((char[])['\t', '\n', ' '], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(acknowledged, user => !names.Contains(user));
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_refused_with_a_clear_message()
    {
        var folder = ServerProcess.NewFolder();
        await using var first = await ServerProcess.StartAsync(folder);

        var second = await ServerProcess.RunAsync(folder, bootstrap: true, null, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, second.ExitCode);
        Assert.Contains("gatehouse-data", second.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_settings_the_first_start_prints_what_to_paste_and_the_second_no_secret()
    {
        var folder = ServerProcess.NewFolder();
        string secret;
        await using (var first = await ServerProcess.StartAsync(folder, bootstrap: false))
        {
            secret = Exported().Match(first.Welcome).Groups[1].Value;
            Assert.Equal(40, secret.Length);
            var key = KeyExported().Match(first.Welcome).Groups[1].Value;
            var output = await Shell.RunAsync(first, $"AWS_ACCESS_KEY_ID={key} AWS_SECRET_ACCESS_KEY={secret} aws sts get-caller-identity --query Arn --output text");
            Assert.True(output.ExitCode == 0, output.ToString());
            Assert.EndsWith(":root\n", output.Text, StringComparison.Ordinal);
        }

        await using var second = await ServerProcess.StartAsync(folder, bootstrap: false);
        Assert.DoesNotContain(secret, second.Welcome, StringComparison.Ordinal);

        // AU-215: nothing on the disk holds the secret in clear, in whatever form.
        var forms = (byte[][])[Encoding.UTF8.GetBytes(secret), Encoding.Unicode.GetBytes(secret), Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(secret))),
            Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)))];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "gatehouse-data")).Where(file => Path.GetExtension(file) != ".lock"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
            Assert.All(forms, form => Assert.Equal(-1, copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(form)));
        }
    }

    private static async Task<bool> TryCreateAsync(HttpClient client, ServerProcess server, string user)
    {
        var body = Encoding.UTF8.GetBytes($"Action=CreateUser&Version=2010-05-08&UserName={user}");
        var signed = new Signer(new(ServerProcess.KeyId, ServerProcess.Secret), "us-east-1", "iam").Sign(
            new()
            {
                Method = "POST",
                Target = "/",
                Headers = [new("Host", new Uri(server.Endpoint).Authority), new("Content-Type", "application/x-www-form-urlencoded")],
                Body = body,
            },
            TimeProvider.System.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in signed.Request.Headers)
        {
            _ = request.Headers.TryAddWithoutValidation(name, value) || request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = await client.SendAsync(request);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    [GeneratedRegex("AWS_SECRET_ACCESS_KEY=(\\S+)")]
    private static partial Regex Exported();

    [GeneratedRegex("AWS_ACCESS_KEY_ID=(\\S+)")]
    private static partial Regex KeyExported();
}
