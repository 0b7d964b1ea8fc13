using System.Text.Json;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Sts.Tokens;

namespace Gatehouse.Sts.Tests.Tokens;

/// <summary>AU-324, PE-100.</summary>
public sealed class DecodeAuthorizationMessageTests
{
    private readonly StsFixture sts = new();

    [Fact]
    public void Tells_who_was_denied_what_and_which_statement_did_it()
    {
        const string deny = """{"Version":"2012-10-17","Statement":{"Sid":"NoStop","Effect":"Deny","Action":"ec2:StopInstances","Resource":"*"}}""";
        sts.Account.Change(draft =>
        {
            var ana = draft.Account.Users.Find("ana")!;
            draft.Put(ana with { InlinePolicies = ana.InlinePolicies.Add(new("no", deny)) });
        });
        sts.ActAsUser();
        var authorizer = new Authorizer(sts.Account.Installation.Effective);
        var needs = new Requirements("ec2:StopInstances", new("arn:aws:ec2:us-east-1:111122223333:instance/i-1"));
        needs.Key("ec2:InstanceType", "t3.micro");
        var denial = authorizer.Judge(sts.Call, needs, new StsFixture.NoNetwork())!;

        var message = authorizer.Encode(sts.Call, needs, new StsFixture.NoNetwork(), denial)!;

        Assert.InRange(message.Length, 1, SealedMessages.MaxLength);
        var told = JsonDocument.Parse(Call(message).DecodedMessage!).RootElement;
        Assert.False(told.GetProperty("allowed").GetBoolean());
        Assert.True(told.GetProperty("explicitDeny").GetBoolean());
        Assert.Contains("NoStop", told.GetProperty("matchedStatements").GetProperty("items").ToString(), StringComparison.Ordinal);
        var context = told.GetProperty("context");
        Assert.Equal("ec2:StopInstances", context.GetProperty("action").GetString());
        Assert.Equal(
            ("AIDAANAANAANAANAANAAN", "ana", "arn:aws:iam::111122223333:user/ana"),
            (context.GetProperty("principal").GetProperty("id").GetString(), context.GetProperty("principal").GetProperty("name").GetString(), context.GetProperty("principal").GetProperty("arn").GetString()));
        Assert.Contains("ec2:InstanceType", context.GetProperty("conditions").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("é")]
    public void Refuses_what_is_no_message_BI_136(string message) => Refuses(message);

    [Fact]
    public void Refuses_a_message_of_another_account_or_purpose_and_one_that_was_changed()
    {
        var messages = sts.Account.Installation.Sessions.Messages;
        Assert.True(messages.TrySeal(MessagePurpose.Authorization, "444455556666", "{}", out var foreign));
        Assert.True(messages.TrySeal(MessagePurpose.TradeIn, "111122223333", "{}", out var other));
        Assert.True(messages.TrySeal(MessagePurpose.Authorization, "111122223333", "{}", out var good));

        Assert.Equal("{}", Call(good).DecodedMessage);
        foreach (var message in (string[])[foreign, other, good[..^1] + (good[^1] == 'A' ? 'Q' : 'A'), good + "A", good[..^4]])
        {
            Refuses(message);
        }
    }

    private void Refuses(string message)
    {
        var refusal = Assert.Throws<InvalidAuthorizationMessageException>(() => Call(message));
        Assert.Equal((400, "InvalidAuthorizationMessageException", "Message is not valid"), (refusal.Status, refusal.Code, refusal.Message));
    }

    private DecodeAuthorizationMessageResponse Call(string message) =>
        sts.Account.Read<DecodeAuthorizationMessage, DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResponse>(new() { EncodedMessage = message });
}
