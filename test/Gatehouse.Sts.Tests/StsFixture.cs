using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Accounts.Storage;
using Gatehouse.Contracts.Sts;
using Gatehouse.Contracts.Sts.Shapes;
using Gatehouse.PolicyEngine;
using Gatehouse.Sts.Roles;
using Gatehouse.Sts.Sessions;
using Gatehouse.Testing;

namespace Gatehouse.Sts.Tests;

/// <summary>An account with a user <c>ana</c> and a role <c>/team/app</c> that trusts the account; calls go the way of the pipeline: asked first, then done.</summary>
public sealed class StsFixture
{
    public const string RoleArn = "arn:aws:iam::111122223333:role/team/app";
    public const string Trust =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}}""";

    public const string AllowAll = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    public StsFixture()
    {
        Account.Change(draft =>
        {
            draft.Put(new User { Id = "AIDAANAANAANAANAANAAN", Name = "ana", Path = "/", Created = draft.Now, InlinePolicies = [new("all", AllowAll)] });
            draft.Put(RoleOf("app", Trust) with { Path = "/team/", Tags = [new("Team", "blue"), new("Kind", "app")] });
        });
        ActAsUser();
    }

    public AccountFixture Account { get; } = new();

    /// <summary>The account that owns the role; the fixture's own unless a test says otherwise.</summary>
    public Account? Owner { get; set; }

    public Call Call => Owner is null ? Account.Call : Account.Call with { Owner = Owner };

    public static Role RoleOf(string name, string trust) => new()
    {
        Id = ("AROA" + name.ToUpperInvariant().Replace('-', 'X')).PadRight(21, 'X'),
        Name = name,
        Path = "/",
        Created = DateTimeOffset.UnixEpoch,
        TrustPolicy = trust,
        InlinePolicies = [new("all", AllowAll)],
    };

    public static AssumeRoleRequest Ask(
        string? arn = null,
        string session = "s1",
        int? seconds = null,
        string? policy = null,
        IReadOnlyList<string>? policyArns = null,
        IReadOnlyList<(string Key, string Value)>? tags = null,
        IReadOnlyList<string>? transitive = null,
        string? sourceIdentity = null,
        string? externalId = null,
        string? serialNumber = null,
        string? tokenCode = null) => new()
        {
            RoleArn = arn ?? RoleArn,
            RoleSessionName = session,
            DurationSeconds = seconds,
            Policy = policy,
            PolicyArns = policyArns?.Select(policyArn => new PolicyDescriptorType { Arn = policyArn }).ToList(),
            Tags = TagsOf(tags),
            TransitiveTagKeys = transitive,
            SourceIdentity = sourceIdentity,
            ExternalId = externalId,
            SerialNumber = serialNumber,
            TokenCode = tokenCode,
        };

    public static IReadOnlyList<Contracts.Sts.Shapes.Tag>? TagsOf(IReadOnlyList<(string Key, string Value)>? tags) =>
        tags?.Select(tag => new Contracts.Sts.Shapes.Tag { Key = tag.Key, Value = tag.Value }).ToList();

    public void ActAsUser() => Account.ActAs("ana");

    public void ActAsRoot() => Account.Caller = Caller.Root(Account.Account, "AKIAROOTROOTROOTROOT", null);

    /// <summary>Calls with credentials that an operation gave.</summary>
    public SessionContents ActAs(Credentials credentials)
    {
        var session = Open(credentials);
        var account = Account.Find(session.Account)!;
        Account.Caller = session.Kind switch
        {
            SessionKind.AssumedRole => Caller.OfRole(account, account.Roles.FindById(session.PrincipalId)!, credentials.AccessKeyId, session),
            SessionKind.FederatedUser => Caller.Federated(account, account.Users.FindById(session.PrincipalId), credentials.AccessKeyId, session),
            _ when session.PrincipalId == account.Id => Caller.Root(account, credentials.AccessKeyId, session),
            _ => Caller.OfUser(account, account.Users.FindById(session.PrincipalId)!, credentials.AccessKeyId, session),
        };
        return session;
    }

    /// <summary>What a token says, opened as the server opens it.</summary>
    public SessionContents Open(Credentials credentials)
    {
        Assert.True(Account.Installation.Sessions.TryOpen(credentials.SessionToken, credentials.AccessKeyId, out var contents, out _));
        return contents;
    }

    /// <summary>The secret that a token holds.</summary>
    public string SecretOf(Credentials credentials)
    {
        Assert.True(Account.Installation.Sessions.TryOpenSecretKey(credentials.SessionToken, credentials.AccessKeyId, out var secret));
        using (secret)
        {
            return System.Text.Encoding.UTF8.GetString(secret.Bytes);
        }
    }

    /// <summary>The action for want of which a call would be refused before it is run; null when it would not.</summary>
    public string? Denial(AssumeRoleRequest request) => Denial(request, Call);

    /// <summary>The same of a call that is not the fixture's.</summary>
    public string? Denial(AssumeRoleRequest request, Call call)
    {
        var needs = new Requirements("sts:AssumeRole", AssumeRole.Target(request, call));
        call = AssumeRole.Prove(request, call);
        AssumeRole.Require(request, call, needs);
        return new Authorizer(Account.Installation.Effective).Judge(call, needs, new NoNetwork())?.Check.Action;
    }

    /// <summary>Assumes a role without asking policies.</summary>
    public AssumeRoleResponse Assume(AssumeRoleRequest request) => Account.Reach<AssumeRole, AssumeRoleRequest, AssumeRoleResponse>(request, Call);

    /// <summary>The same once what the request shows beside it is proven, as the pipeline does it before.</summary>
    public AssumeRoleResponse AssumeProven(AssumeRoleRequest request) =>
        Account.Reach<AssumeRole, AssumeRoleRequest, AssumeRoleResponse>(request, AssumeRole.Prove(request, Call));

    /// <summary>Assumes a role and calls as its session from now on.</summary>
    public SessionContents Become(AssumeRoleRequest request) => ActAs(Assume(request).Credentials!);

    public GetSessionTokenResponse GetToken(GetSessionTokenRequest request) =>
        Account.Reach<GetSessionToken, GetSessionTokenRequest, GetSessionTokenResponse>(request);

    public GetFederationTokenResponse Federate(GetFederationTokenRequest request) =>
        Account.Read<GetFederationToken, GetFederationTokenRequest, GetFederationTokenResponse>(request);

    /// <summary>Makes another account with one role in it.</summary>
    public Account FoundOther(string id, Role role)
    {
        Account.Found(id);
        var slot = Account.Installation.Accounts.FindAsync(id, default).AsTask().GetAwaiter().GetResult()!;
        Account.Installation.Accounts.ChangeAsync(
            slot,
            Account.Call,
            draft =>
            {
                draft.Put(role);
                return true;
            },
            null,
            default).AsTask().GetAwaiter().GetResult();
        return slot.Current;
    }

    /// <summary>Condition keys of a request that came over no network.</summary>
    internal sealed class NoNetwork : IContextSource
    {
        public IEnumerable<KeyValuePair<string, ContextValues>> All => [];

        public bool TryFind(string name, out ContextValues values)
        {
            values = default;
            return false;
        }
    }
}
