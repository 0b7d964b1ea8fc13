using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Iam.Groups;

/// <summary>The group that a call is about.</summary>
internal static class GroupSubject
{
    /// <summary>The ARN of the group, whether or not there is one.</summary>
    internal static Arn Target(string name, Call call) =>
        call.Account.Groups.Find(name) is { } group ? group.ArnIn(call.Account.Id) : Group.ArnOf(call.Account.Id, "/", name);

    /// <summary>Says how a denial prints the group [PE-95]. Groups have no tags.</summary>
    internal static void Require(string name, Call call, Requirements needs) =>
        needs.PrintAs($"group {call.Account.Groups.Find(name)?.Name ?? name}");
}
