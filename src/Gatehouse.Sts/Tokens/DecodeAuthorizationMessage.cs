using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Operations;

namespace Gatehouse.Sts.Tokens;

/// <summary>Opens the encoded message of a denial, for callers of the account that was denied [AU-324].</summary>
internal sealed class DecodeAuthorizationMessage : IRead<DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResponse>
{
    public static Arn Target(DecodeAuthorizationMessageRequest request, Call call) => Arn.Any;

    public static DecodeAuthorizationMessageResponse Handle(DecodeAuthorizationMessageRequest request, Call call) =>
        call.Installation.Sessions.Messages.TryOpen(MessagePurpose.Authorization, call.Account.Id, request.EncodedMessage, out var text)
            ? new() { DecodedMessage = text }
            : throw new InvalidAuthorizationMessageException("Message is not valid");
}
