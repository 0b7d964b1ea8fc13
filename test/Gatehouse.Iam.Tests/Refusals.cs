using Gatehouse.Accounts.Authorization;
using Gatehouse.Contracts.Iam;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.Iam.Tests;

/// <summary>What a refusal must be, to the letter; and that nothing was written.</summary>
internal static class Refusals
{
    internal static void RefusesMissing(this AccountFixture account, string message, Func<object> call) =>
        account.Refuses<NoSuchEntityException>(404, "NoSuchEntity", message, call);

    internal static void RefusesTaken(this AccountFixture account, string message, Func<object> call) =>
        account.Refuses<EntityAlreadyExistsException>(409, "EntityAlreadyExists", message, call);

    internal static void RefusesMore(this AccountFixture account, string message, Func<object> call) =>
        account.Refuses<LimitExceededException>(409, "LimitExceeded", message, call);

    internal static void RefusesDeletion(this AccountFixture account, string message, Func<object> call) =>
        account.Refuses<DeleteConflictException>(409, "DeleteConflict", message, call);

    internal static void RefusesDocument(this AccountFixture account, string message, Func<object> call) =>
        account.Refuses<MalformedPolicyDocumentException>(400, "MalformedPolicyDocument", message, call);

    internal static void RefusesValue(this AccountFixture account, string message, Func<object> call) =>
        account.Refuses<CommonException>(400, "ValidationError", message, call);

    internal static void Refuses<T>(this AccountFixture account, int status, string code, string message, Func<object> call)
        where T : ApiException
    {
        var before = account.Account;

        var refusal = Assert.Throws<T>(() => { call(); });

        Assert.Equal((status, code, message), (refusal.Status, refusal.Code, refusal.Message));
        Assert.Same(before, account.Account);
    }

    /// <summary>The values of a condition key, in one line; null when the call has no such key.</summary>
    internal static string? Value(this Requirements needs, string key) =>
        needs.Keys.FirstOrDefault(pair => pair.Key == key) is { Key: not null } found ? string.Join(' ', found.Value) : null;

    /// <summary>The checks as text: action, blank, resource.</summary>
    internal static IEnumerable<string> Lines(this Requirements needs) => needs.Checks.Select(check => $"{check.Action} {check.Resource}");
}
