using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.Holders;

/// <summary>The user, group or role that a call names by its ARN.</summary>
internal static class HolderSubject
{
    /// <summary>Adds the tags of the user or role.</summary>
    internal static void Require(string arn, Call call, Requirements needs) => needs.ResourceTags(Find(arn, call.Account) switch
    {
        User user => user.Tags,
        Role role => role.Tags,
        _ => null,
    });

    /// <summary>The user, group or role of an ARN.</summary>
    /// <exception cref="InvalidInputException">The ARN is of something else.</exception>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    internal static IHolder RequireHolder(this Account account, string arn)
    {
        var (kind, name) = Split(arn);
        if (kind is null)
        {
            throw new InvalidInputException($"Invalid Entity Arn: {arn} does not clearly define entity type and name.");
        }

        return Find(arn, account) ?? throw new NoSuchEntityException($"The {kind} with name {name} cannot be found.");
    }

    private static IHolder? Find(string arn, Account account)
    {
        var (kind, name) = Split(arn);
        IHolder? holder = kind switch
        {
            "user" => account.Users.Find(name),
            "group" => account.Groups.Find(name),
            "role" => account.Roles.Find(name),
            _ => null,
        };
        return holder?.ArnIn(account.Id).Text == arn ? holder : null;
    }

    private static (string? Kind, string Name) Split(string text)
    {
        var arn = new Arn(text);
        var kind = arn.Resource.Split('/', 2)[0];
        var name = text[(text.LastIndexOf('/') + 1)..];
        return arn is { IsWellFormed: true, Service: "iam" } && kind is "user" or "group" or "role" && name.Length > 0 ? (kind, name) : (null, "");
    }
}
