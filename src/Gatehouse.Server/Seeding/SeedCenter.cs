using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Provisioning;

namespace Gatehouse.Server.Seeding;

/// <summary>The instance of IAM Identity Center of an account of a seed: its people, what they may be, and where.</summary>
internal sealed class SeedCenter(Seeder seeder, SeedAccount account)
{
    internal async Task ApplyAsync(CancellationToken cancel)
    {
        if (account.Fields.Find("identityCenter") is not { } node)
        {
            return;
        }

        var fields = new SeedFields(seeder.Seed, node, "name", "users", "groups", "permissionSets", "assignments");
        var name = fields.Text("name");
        if (account.Now.IdentityCenter is not { } instance)
        {
            if (await account.AskAsync(node, "sso:CreateInstance", cancel, new() { ["Name"] = name }) is null)
            {
                return;
            }
        }
        else if (name is not null && name != instance.Name)
        {
            await account.AskAsync(fields.At("name"), "sso:UpdateInstance", cancel, new() { ["InstanceArn"] = instance.Arn.Text, ["Name"] = name });
        }

        await new SeedPeople(seeder, account).ApplyAsync(fields, cancel);
        var sets = new SeedSets(seeder, account, this);
        await sets.ApplyAsync(fields, cancel);
        foreach (var item in fields.Items("assignments"))
        {
            await AssignAsync(new(seeder.Seed, item, "permissionSet", "account", "user", "group"), cancel);
        }

        await sets.ProvisionAsync(fields, cancel);
    }

    /// <summary>Sees a request to its end, which nobody else does before the server answers.</summary>
    internal async Task FinishAsync(SeedNode at, string request, CancellationToken cancel)
    {
        var worker = new Provisioner(seeder.Actor.Installation);
        await worker.FinishAsync(account.Id, request, cancel);
        if (account.Now.Provisionings.Find(request)?.Failure is { } failure)
        {
            seeder.Seed.Problems.Add(at, failure);
        }
    }

    private async Task AssignAsync(SeedFields fields, CancellationToken cancel)
    {
        var (setName, target, user, group) = (fields.Needed("permissionSet"), fields.Text("account") ?? account.Id, fields.Text("user"), fields.Text("group"));
        if (setName is null)
        {
            return;
        }

        if (user is null == group is null)
        {
            seeder.Seed.Problems.Add(fields.Node, "needs either 'user' or 'group'");
            return;
        }

        var principal = user is null ? account.Now.IdentityGroups.Find(group)?.Id : account.Now.IdentityUsers.Find(user)?.Id;
        if (account.Now.PermissionSets.Find(setName) is not { } set || principal is null)
        {
            seeder.Seed.Problems.Add(fields.Node, principal is null ? $"there is no {(user is null ? $"group {group}" : $"user {user}")} in the identity store" : $"there is no permission set {setName}");
            return;
        }

        var wanted = new AccountAssignment { AccountId = target, PermissionSetId = set.Id, PrincipalId = principal, IsGroup = user is null };
        if (account.Now.Assignments.Find(wanted.Key) is not null)
        {
            return;
        }

        var answer = await account.AskAsync(fields.Node, "sso:CreateAccountAssignment", cancel, new()
        {
            ["InstanceArn"] = account.Now.IdentityCenter!.Arn.Text,
            ["PermissionSetArn"] = set.ArnIn(account.Now.IdentityCenter.Id).Text,
            ["TargetId"] = target,
            ["TargetType"] = "AWS_ACCOUNT",
            ["PrincipalType"] = user is null ? "GROUP" : "USER",
            ["PrincipalId"] = principal,
        });
        if (answer is CreateAccountAssignmentResponse { AccountAssignmentCreationStatus.RequestId: { } request })
        {
            await FinishAsync(fields.Node, request, cancel);
        }
    }
}
