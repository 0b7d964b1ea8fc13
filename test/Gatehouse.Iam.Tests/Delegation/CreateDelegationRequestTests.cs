using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Delegation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Delegation;

public sealed class CreateDelegationRequestTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Asks_for_what_the_template_says_once_its_placeholders_are_filled()
    {
        var answer = account.Write<CreateDelegationRequest, CreateDelegationRequestRequest, CreateDelegationRequestResponse>(account.Wish());

        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-111122223333$", answer.DelegationRequestId);
        Assert.EndsWith(answer.DelegationRequestId!, answer.ConsoleDeepLink);
        var shown = account.Shown(answer.DelegationRequestId!);
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::backups/*"}]}""",
            shown.PermissionPolicy);
        Assert.Equal(("UNASSIGNED", null, "111122223333", "test"), (shown.State, shown.OwnerId, shown.RequestorId, shown.RequestorName));
        Assert.Equal(account.Clock.GetUtcNow().AddDays(1), shown.ExpirationTime);
    }

    [Fact]
    public void Refuses_a_workflow_id_that_was_used()
    {
        account.Ask();

        account.RefusesTaken("A delegation request with workflow id workflow-1 already exists.", () => account.Ask());
    }

    [Theory]
    [InlineData("bucket", "The policy template needs a parameter named bucket.")]
    [InlineData("actions", "The policy template needs a parameter named actions.")]
    public void Refuses_a_placeholder_without_a_parameter(string missing, string message)
    {
        var wish = account.Wish(without: missing);

        account.Refuses<InvalidInputException>(400, "InvalidInput", message, () => account.Ask(wish));
    }

    [Fact]
    public void A_parameter_cannot_write_another_policy()
    {
        var id = account.Ask(account.Wish(bucket: "x\",\"arn:aws:s3:::all"));

        // What is put in stays inside its string.
        Assert.Contains("x\\u0022,\\u0022arn:aws:s3:::all/*", account.Shown(id).PermissionPolicy, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_what_is_no_topic_and_no_template()
    {
        var wish = account.Wish(channel: "https-example");
        account.Refuses<InvalidInputException>(400, "InvalidInput", "The notification channel must be the ARN of an SNS topic.", () => account.Ask(wish));

        wish = account.Wish(template: "arn:aws:iam::111122223333:policy/none");
        account.Refuses<InvalidInputException>(
            400, "InvalidInput", "The policy template arn:aws:iam::111122223333:policy/none does not exist.", () => account.Ask(wish));
    }

    [Fact]
    public void Is_checked_with_template_channel_and_duration()
    {
        var needs = account.Needs<CreateDelegationRequest, CreateDelegationRequestRequest>("iam:CreateDelegationRequest", account.Wish());

        Assert.Equal(["iam:CreateDelegationRequest arn:aws:iam::111122223333:delegation-request/*"], needs.Lines());
        Assert.Equal(("3600", DelegationCalls.Topic), (needs.Value("iam:DelegationDuration"), needs.Value("iam:NotificationChannel")));
        Assert.Equal("arn:aws:iam::111122223333:policy/template", needs.Value("iam:TemplateArn"));
    }
}
