using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Testing;

namespace Gatehouse.IdentityCenter.Tests.Tokens;

/// <summary>An account with an instance, a user <c>ana</c> in its identity store, and a permission set <c>Reader</c> that she has in the account.</summary>
public sealed class PortalFixture
{
    internal const string StoreId = "d-0123456789";
    internal const string InstanceId = "ssoins-0123456789abcdef";
    internal const string UserId = "11111111-2222-4333-8444-555555555555";
    internal const string PermissionSetId = "ps-0123456789abcdef";

    internal PortalFixture()
    {
        Account.Installation.Names.ClaimAsync(IdentityCenterInstance.StoreNames, StoreId, AccountFixture.Id, CancellationToken.None).AsTask().Wait();
        Account.Change(draft =>
        {
            var instance = new IdentityCenterInstance { Id = InstanceId, IdentityStoreId = StoreId, Region = "us-east-1", Created = draft.Now };
            draft.Put(instance);
            draft.Put(new IdentityUser
            {
                Id = UserId,
                UserName = "ana",
                Created = draft.Now,
                CreatedBy = "arn:aws:iam::111122223333:root",
                Updated = draft.Now,
                UpdatedBy = "arn:aws:iam::111122223333:root",
                PasswordSet = draft.Now,
                Attributes = """{"Name":{"FamilyName":"Silva"},"Emails":[{"Value":"ana@example.com","Primary":true}],"Extensions":{"aws:identitystore:enterprise":{"costCenter":"4711"}}}""",
            });
            var reader = new PermissionSet { Id = PermissionSetId, Name = "Reader", Created = draft.Now, SessionSeconds = 7200, Provisioned = [AccountFixture.Id] };
            draft.Put(reader);
            draft.Put(RoleOf(instance, reader, AccountFixture.Id));
            draft.Put(new AccountAssignment { AccountId = AccountFixture.Id, PermissionSetId = PermissionSetId, PrincipalId = UserId });
        });
    }

    internal AccountFixture Account { get; } = new();

    /// <summary>Whom the trail would name.</summary>
    internal List<AuditIdentity> Named { get; } = [];

    /// <summary>What stands in the trails of the accounts whose roles were asked for.</summary>
    internal List<AuditEvent> Happened { get; } = [];

    /// <summary>The user, as it stands.</summary>
    internal IdentityUser User => Account.Account.IdentityUsers.FindById(UserId)!;

    /// <summary>A request that nobody signed.</summary>
    internal Call Unsigned => Account.Call with
    {
        Caller = Caller.Anonymous,
        Account = Caller.Anonymous.Account,
        Owner = Account.Account,
        SourceAddress = "192.0.2.7",
        UserAgent = "aws-cli/2",
        Named = Named.Add,
        Happened = Happened.Add,
    };

    /// <summary>The role that a permission set is in an account.</summary>
    internal static Role RoleOf(IdentityCenterInstance instance, PermissionSet set, string account) => new()
    {
        Id = "AROAREADERREADERREADE",
        Name = set.RoleNameIn(account),
        Path = instance.RolePath,
        Created = set.Created,
        MaxSessionSeconds = 43200,
        TrustPolicy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"PROVIDER"},"Action":["sts:AssumeRoleWithSAML","sts:TagSession"],"Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}}}""".Replace("PROVIDER", instance.ProviderArnIn(account), StringComparison.Ordinal),
    };
}
