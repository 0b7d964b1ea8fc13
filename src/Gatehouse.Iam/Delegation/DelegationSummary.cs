using System.Text;
using Gatehouse.Accounts.Entities;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Iam.Delegation;

/// <summary>A delegation request in plain sentences, made of its data alone.</summary>
internal static class DelegationSummary
{
    // What an answer has room for.
    private const int Longest = 10_000;

    /// <summary>The sentences, as many as there is room for.</summary>
    internal static string Write(DelegationRequest delegation)
    {
        var text = new StringBuilder();
        text.Append($"{delegation.RequestorName} (account {delegation.Requestor}) asks to act in {Whose(delegation)} for {Duration(delegation.SessionSeconds)}. ");
        text.Append($"It says: {delegation.Description.Trim().TrimEnd('.')}.");
        if (delegation.Message is { Length: > 0 } message)
        {
            text.Append($" It adds: {message.Trim().TrimEnd('.')}.");
        }

        foreach (var statement in PolicyDocument.Parse(delegation.Policy).Document!.Statements)
        {
            text.Append('\n').Append(Sentence(statement));
        }

        if (DelegationTemplate.BoundariesOf(delegation.Policy) is { Count: > 0 } boundaries)
        {
            text.Append($"\nRoles that it makes must have {List(boundaries, "or")} as their permissions boundary.");
        }

        return text.Length <= Longest ? text.ToString() : text.ToString(0, Longest - 1) + "…";
    }

    private static string Sentence(PolicyStatement statement)
    {
        var may = statement.Effect == PolicyEffect.Allow ? "may" : "may never";
        var what = (statement.NotAction, statement.Actions) switch
        {
            (false, ["*"]) => "do everything",
            (false, var actions) => $"do {List(actions)}",
            (true, var actions) => $"do everything except {List(actions)}",
        };
        var where = (statement.NotResource, statement.Resources ?? ["*"]) switch
        {
            (false, ["*"]) => "on any resource",
            (false, var resources) => $"on {List(resources)}",
            (true, var resources) => $"on any resource except {List(resources)}",
        };
        var when = statement.Conditions.Count == 0
            ? ""
            : $", only if {string.Join(" and ", statement.Conditions.Select(one => $"{one.Key} passes {one.Operator} with {List(one.Values, "or")}"))}";
        return $"It {may} {what} {where}{when}.";
    }

    private static string Whose(DelegationRequest delegation) =>
        delegation.OwnerAccount is { } account ? $"account {account}" : "the account of whoever accepts this";

    private static string Duration(int seconds) => (seconds / 3600, seconds % 3600 / 60, seconds % 60) switch
    {
        (0, var minutes, 0) => Count(minutes, "minute"),
        (var hours, 0, 0) => Count(hours, "hour"),
        (0, var minutes, var rest) => $"{Count(minutes, "minute")} and {Count(rest, "second")}",
        (var hours, var minutes, _) => $"{Count(hours, "hour")} and {Count(minutes, "minute")}",
    };

    private static string Count(int number, string unit) => number == 1 ? $"1 {unit}" : $"{number} {unit}s";

    private static string List(IReadOnlyList<string> items, string last = "and") => items switch
    {
        [] => "nothing",
        [var only] => only,
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}",
    };
}
