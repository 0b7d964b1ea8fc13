using System.Text.RegularExpressions;

namespace Gatehouse.Conformance;

/// <summary>The stories of docs/emulator.md: a server that starts from a seed, and one in development mode, used with the real AWS CLI.</summary>
public sealed partial class EmulatorTests
{
    // Starts a server of its own with these arguments and makes it the one that the CLI asks.
    private const string Start =
        """
        serve() {
          gatehouse --urls http://127.0.0.1:0 "$@" > server.log 2> server.err & server=$!
          trap 'kill $server 2> ended || true' EXIT
          until grep -q 'get-caller-identity' server.log; do kill -0 $server || { cat server.err; exit 1; }; sleep 0.2; done
          export AWS_ENDPOINT_URL=$(sed -nE 's/.*listening on (http[^ ,]*).*/\1/p' server.log | head -n 1)
        }

        """;

    [Fact]
    public async Task A_server_starts_from_the_seed_of_the_page_and_enforces_it()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Scripts.Root, "docs", "emulator.md"), TestContext.Current.CancellationToken);
        var seed = Regex.Replace(Seed().Match(page).Value, "^    ", "", RegexOptions.Multiline);
        await using var other = await ServerProcess.StartAsync(ServerProcess.NewFolder());

        var output = await Shell.RunAsync(
            other,
            $$$"""
            {{{Start}}}
            cat > seed.yaml <<'END'
            {{{seed}}}
            END
            echo '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::reports/*"}}' > read-reports.json
            if gatehouse --urls http://127.0.0.1:0 --data :memory: --seed seed.yaml 2> refused; then exit 1; fi
            grep 'ALICE_SECRET is not set' refused >&2
            export ALICE_SECRET=alicealicealicealicealicealicealicealice
            serve --data :memory: --seed seed.yaml
            export AWS_ACCESS_KEY_ID=AKIAALICEALICEALICE1 AWS_SECRET_ACCESS_KEY=$ALICE_SECRET
            aws sts get-caller-identity --query Arn --output text
            if aws iam list-users 2> denied; then exit 1; fi
            grep -q 'no identity-based policy allows the iam:ListUsers action' denied
            eval "$(aws sts assume-role --role-arn arn:aws:iam::111122223333:role/auditor --role-session-name story \
              --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text | awk '{print "export AWS_ACCESS_KEY_ID="$1" AWS_SECRET_ACCESS_KEY="$2" AWS_SESSION_TOKEN="$3}')"
            aws iam list-users --query 'Users[].UserName' --output text
            """);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.Equal("arn:aws:iam::111122223333:user/alice\nalice\n", output.Text);
    }

    [Fact]
    public async Task Development_mode_begins_each_test_anew()
    {
        await using var other = await ServerProcess.StartAsync(ServerProcess.NewFolder());

        var output = await Shell.RunAsync(
            other,
            $$$"""
            {{{Start}}}
            serve --dev
            export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
            for round in one two; do
              curl -fsS -X POST "$AWS_ENDPOINT_URL/_dev/reset" > reset
              aws iam create-user --user-name alice --query User.UserId --output text
            done
            curl -fsS -X POST "$AWS_ENDPOINT_URL/_dev/clock" -d '{"set": "2030-01-01T00:00:00Z"}' > clock
            aws iam create-user --user-name late --query User.CreateDate --output text
            curl -fsS "$AWS_ENDPOINT_URL/health" | grep -o '"mode":"dev[a-z]*"' || curl -fsS "$AWS_ENDPOINT_URL/health"
            """);

        Assert.True(output.ExitCode == 0, output.ToString());
        var lines = output.Text.Split('\n');
        Assert.StartsWith("AIDA", lines[0], StringComparison.Ordinal);
        Assert.Equal(lines[0], lines[1]);
        Assert.StartsWith("2030-01-01T00:00:00", lines[2], StringComparison.Ordinal);
        Assert.Contains("dev", lines[3], StringComparison.Ordinal);
        var without = await Shell.RunAsync(other, "curl -sS -o answer -w '%{http_code}' -X POST \"$AWS_ENDPOINT_URL/_dev/reset\"");
        Assert.Equal("403", without.Text);
    }

    [Fact]
    public async Task An_account_is_taken_over_from_its_details_and_written_as_a_seed_again()
    {
        await using var other = await ServerProcess.StartAsync(ServerProcess.NewFolder());

        var output = await Shell.RunAsync(
            other,
            $$$"""
            {{{Start}}}
            allow='{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}'
            trust='{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}'
            aws iam create-policy --policy-name reads --path /team/ --policy-document "$allow" > made
            own=arn:aws:iam::111122223333:policy/team/reads
            aws iam create-group --group-name readers > made
            aws iam attach-group-policy --group-name readers --policy-arn $own
            aws iam create-user --user-name ana --path /people/ --permissions-boundary $own --tags Key=team,Value=blue > made
            aws iam add-user-to-group --group-name readers --user-name ana
            aws iam put-user-policy --user-name ana --policy-name own --policy-document "$allow"
            aws iam create-role --role-name app --assume-role-policy-document "$trust" > made
            aws iam attach-role-policy --role-name app --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess
            aws iam create-instance-profile --instance-profile-name app > made
            aws iam add-role-to-instance-profile --instance-profile-name app --role-name app
            aws iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com > made
            details() { aws iam get-account-authorization-details --output json > "$1.json"; grep -vE '"(UserId|GroupId|RoleId|PolicyId|InstanceProfileId|CreateDate|UpdateDate|Description)"' "$1.json" > "$1"; }
            details before
            gatehouse import before.json > seed.yaml
            export GATEHOUSE_ACCOUNT_ID=111122223333 GATEHOUSE_ROOT_ACCESS_KEY_ID=$AWS_ACCESS_KEY_ID GATEHOUSE_ROOT_SECRET_ACCESS_KEY=$AWS_SECRET_ACCESS_KEY
            serve --data taken --seed seed.yaml
            details after
            diff before after
            kill $server; wait $server || true
            gatehouse export --data taken > exported.yaml
            grep -q SECRET_$AWS_ACCESS_KEY_ID exported.yaml
            if gatehouse import exported.yaml > nothing 2> refused; then exit 1; else test $? = 2; fi
            test ! -s nothing
            echo 'nothing differs'
            """);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.Equal("nothing differs", output.Text.Trim());
    }

    [GeneratedRegex("^    accounts:\n(?:    .*\n|\n)+", RegexOptions.Multiline)]
    private static partial Regex Seed();
}
