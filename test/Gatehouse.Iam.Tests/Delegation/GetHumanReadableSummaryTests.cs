using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Delegation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Delegation;

public sealed class GetHumanReadableSummaryTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Says_in_sentences_what_is_asked_for()
    {
        var answer = Call($"arn:aws:iam::111122223333:delegation-request/{account.Ask()}");

        Assert.Equal(("AVAILABLE", "en"), (answer.SummaryState, answer.Locale));
        Assert.Equal(
            "test (account 111122223333) asks to act in the account of whoever accepts this for 1 hour. It says: Sets up backups. It adds: As agreed.\n"
            + "It may do s3:GetObject and s3:PutObject on arn:aws:s3:::backups/*.",
            answer.SummaryContent);
    }

    [Theory]
    [InlineData("de-DE", "NOT_AVAILABLE")]
    [InlineData("en-GB", "AVAILABLE")]
    public void Speaks_English_and_says_so_when_asked_for_more(string locale, string state)
    {
        var answer = Call($"arn:aws:iam::111122223333:delegation-request/{account.Ask()}", locale);

        Assert.Equal((state, locale, state == "AVAILABLE"), (answer.SummaryState, answer.Locale, answer.SummaryContent is not null));
    }

    [Fact]
    public void Refuses_what_it_cannot_sum_up()
    {
        Assert.Equal("NOT_SUPPORTED", Call("arn:aws:iam::111122223333:user/alice").SummaryState);
        account.Refuses<InvalidInputException>(400, "InvalidInput", "ARN arn:aws:s3:::bucket-of-mine is not valid.", () => Call("arn:aws:s3:::bucket-of-mine"));
        account.Refuses<InvalidInputException>(400, "InvalidInput", "The locale xx is not supported.", () => Call("arn:aws:iam::111122223333:user/alice", "xx"));
    }

    private GetHumanReadableSummaryResponse Call(string arn, string? locale = null) =>
        account.Reach<GetHumanReadableSummary, GetHumanReadableSummaryRequest, GetHumanReadableSummaryResponse>(new() { EntityArn = arn, Locale = locale });
}
