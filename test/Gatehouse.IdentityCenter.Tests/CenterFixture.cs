using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Testing;

namespace Gatehouse.IdentityCenter.Tests;

/// <summary>An account with an instance, put there by hand.</summary>
internal sealed class CenterFixture
{
    internal const string InstanceId = "ssoins-0123456789abcdef";
    internal const string InstanceArn = "arn:aws:sso:::instance/" + InstanceId;
    internal const string StoreId = "d-0123456789";

    /// <summary>Makes it.</summary>
    /// <param name="proofs">Makes what checks the proofs of identity providers; nothing does when it is not given.</param>
    internal CenterFixture(Func<SecretVault, TimeProvider, IIdentityProofs>? proofs = null)
    {
        Account = new(proofs);
        Account.Change(draft => draft.Put(new IdentityCenterInstance { Id = InstanceId, IdentityStoreId = StoreId, Region = "us-east-1", Created = draft.Now }));
    }

    internal AccountFixture Account { get; }

    /// <summary>Puts a user into the identity store.</summary>
    internal IdentityUser AddUser(string name, string attributes = "{}", Func<IdentityUser, IdentityUser>? with = null)
    {
        var user = new IdentityUser
        {
            Id = Account.Installation.Ids.NewUuid(),
            UserName = name,
            Attributes = attributes,
            Created = Account.Clock.GetUtcNow(),
            CreatedBy = "arn:aws:iam::111122223333:root",
            Updated = Account.Clock.GetUtcNow(),
            UpdatedBy = "arn:aws:iam::111122223333:root",
        };
        user = with?.Invoke(user) ?? user;
        Account.Change(draft => draft.Put(user));
        return user;
    }

    /// <summary>Puts a group with members into the identity store.</summary>
    internal IdentityGroup AddGroup(string name, params ReadOnlySpan<IdentityUser> members)
    {
        var group = new IdentityGroup
        {
            Id = Account.Installation.Ids.NewUuid(),
            DisplayName = name,
            Created = Account.Clock.GetUtcNow(),
            CreatedBy = "arn:aws:iam::111122223333:root",
            Updated = Account.Clock.GetUtcNow(),
            UpdatedBy = "arn:aws:iam::111122223333:root",
        };
        Account.Change(draft => draft.Put(group));
        foreach (var member in members)
        {
            var membership = new IdentityMembership
            {
                Id = Account.Installation.Ids.NewUuid(),
                GroupId = group.Id,
                UserId = member.Id,
                Created = Account.Clock.GetUtcNow(),
                CreatedBy = "arn:aws:iam::111122223333:root",
            };
            Account.Change(draft => draft.Put(membership));
        }

        return group;
    }
}
