using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Storage;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Members;

/// <summary>Makes the accounts that organizations ask for: the worker between the two commits of <c>CreateAccount</c>.</summary>
/// <remarks>
/// Every step can be taken again: the number of the account stands in the request, its e-mail address is claimed for that number,
/// and the account tells by whom it was made. Several processes do each other no harm.
/// </remarks>
public sealed class AccountCreator(Installation installation) : RequestWorker(installation, installation.Creations, Note)
{
    /// <summary>The kind of name under which requests that may be unfinished are noted.</summary>
    internal const string Note = "creation";

    private const string EmailNames = "email";

    /// <inheritdoc/>
    public override async ValueTask FinishAsync(string account, string request, CancellationToken cancel)
    {
        if (await Installation.Accounts.FindAsync(account, cancel) is not { } slot || slot.Current.Creations.Find(request) is not { } creation)
        {
            // Noted, yet never committed. The note stays, for its request may be about to come.
            return;
        }

        if (creation.Completed is null)
        {
            await EndAsync(slot, creation, await MakeAsync(slot.Current, creation, cancel), cancel);
        }

        await ForgetAsync(account, request, cancel);
    }

    /// <summary>Makes an account of a given number in the organization of the caller's account, with the commits that a request for it would make.</summary>
    /// <param name="call">Who asks: the management account.</param>
    /// <param name="account">The twelve digits of the new account.</param>
    /// <param name="name">Its name.</param>
    /// <param name="email">Its e-mail address.</param>
    /// <param name="cancel">Ends the wait; what is left is done when a worker next starts.</param>
    /// <returns>Why it cannot be made, as a failure reason of Organizations; null when it is there.</returns>
    public async ValueTask<string?> MakeAsync(Call call, string account, string name, string email, CancellationToken cancel)
    {
        var management = call.Account.Id;
        var slot = await Installation.Accounts.FindAsync(management, cancel) ?? throw new InvalidOperationException($"Account {management} does not exist.");
        var id = Installation.Ids.NewLowerId("car-", 32);
        await Installation.Names.ClaimAsync(Note, id, management, cancel);
        await Installation.Accounts.ChangeAsync(
            slot,
            call,
            draft =>
            {
                var creation = new AccountCreation
                {
                    Id = id,
                    AccountId = account,
                    Name = name,
                    Email = email,
                    RoleName = CreateAccount.DefaultRole,
                    Requested = draft.Now,
                };
                draft.Put(creation);
                return creation;
            },
            null,
            cancel);
        await FinishAsync(management, id, cancel);
        return slot.Current.Creations.Find(id)?.Failure;
    }

    /// <returns>Why the account cannot be made; null when it is there.</returns>
    private async ValueTask<string?> MakeAsync(Account management, AccountCreation creation, CancellationToken cancel)
    {
        // AWS: an address belongs to one account, in any case of its letters. Accounts that were not made here have claimed nothing.
        var email = creation.Email.ToLowerInvariant();
        var taken = management.Members.Any(member => member.Id != creation.AccountId && member.Email.Equals(email, StringComparison.OrdinalIgnoreCase));
        if (taken || !await Installation.Names.ClaimAsync(EmailNames, email, creation.AccountId, cancel))
        {
            return CreateAccountFailureReason.EMAIL_ALREADY_EXISTS;
        }

        var made = await Installation.Accounts.CreateAsync(creation.AccountId, CallFor(creation.AccountId), draft => Found(draft, management, creation), cancel);
        if (made || await IsOursAsync(management, creation, cancel))
        {
            return null;
        }

        // The number was drawn at random and is another's.
        await Installation.Names.ReleaseAsync(EmailNames, email, creation.AccountId, cancel);
        return CreateAccountFailureReason.INTERNAL_FAILURE;
    }

    private async ValueTask<bool> IsOursAsync(Account management, AccountCreation creation, CancellationToken cancel) =>
        await Installation.Accounts.FindAsync(creation.AccountId, cancel) is { } slot
        && slot.Current.Profile is var profile
        && profile.Membership == new Membership(management.Organization!.Id, management.Id)
        && profile.Email == creation.Email
        && profile.Created == creation.Requested;

    private static void Found(Draft draft, Account management, AccountCreation creation)
    {
        draft.Put(new AccountProfile
        {
            Id = creation.AccountId,
            Name = creation.Name,
            Email = creation.Email,
            Created = creation.Requested,
            Membership = new(management.Organization!.Id, management.Id),
        });
        draft.Put(new Role
        {
            Id = draft.NewId("AROA"),
            Name = creation.RoleName,
            Path = "/",
            Created = draft.Now,
            TrustPolicy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{Arn.Root(management.Id)}}"},"Action":"sts:AssumeRole"}]}""",
            AttachedPolicies = [ManagedPolicy.ArnOf("aws", "/", "AdministratorAccess").Text],
        });
    }

    // The second commit: the request ends, and the account stands in the tree, in one.
    private async ValueTask EndAsync(AccountSlot slot, AccountCreation creation, string? failure, CancellationToken cancel) =>
        await Installation.Accounts.ChangeAsync(
            slot,
            CallFor(slot.Current.Id),
            draft =>
            {
                if (draft.Account.Creations.Find(creation.Id) is not { Completed: null } open)
                {
                    return creation;
                }

                var ended = open with { Completed = draft.Now, Failure = failure };
                draft.Put(ended);
                if (failure is null && !draft.Account.Members.Contains(creation.AccountId))
                {
                    draft.Put(new MemberAccount
                    {
                        Id = creation.AccountId,
                        Name = creation.Name,
                        Email = creation.Email,
                        ParentId = draft.Account.Organization!.RootId,
                        JoinedMethod = AccountJoinedMethod.CREATED,
                        Joined = creation.Requested,
                        Tags = creation.Tags,
                    });
                    PolicyTypes.AttachDefaults(draft, creation.AccountId);
                }

                return ended;
            },
            ended => EventOf(slot.Current.Id, ended),
            cancel);

    /// <inheritdoc/>
    protected override async ValueTask GiveUpAsync(string account, string request, CancellationToken cancel)
    {
        if (await Installation.Accounts.FindAsync(account, cancel) is { } slot && slot.Current.Creations.Find(request) is { Completed: null } creation)
        {
            await EndAsync(slot, creation, CreateAccountFailureReason.INTERNAL_FAILURE, cancel);
            await ForgetAsync(account, request, cancel);
        }
    }

    // AWS: the end of a request leaves an event of its own, which nobody sent.
    private Row EventOf(string management, AccountCreation ended)
    {
        var happened = new AuditEvent
        {
            EventId = Installation.Ids.NewUuid(),
            Account = management,
            Identity = new() { Type = "AWSService", Account = management, InvokedBy = "organizations.amazonaws.com" },
            Time = Installation.Clock.GetUtcNow(),
            Source = "organizations.amazonaws.com",
            Name = "CreateAccountResult",
            Region = "us-east-1",
            SourceAddress = "organizations.amazonaws.com",
            UserAgent = "organizations.amazonaws.com",
            RequestId = "",
            ReadOnly = false,
            EventType = "AwsServiceEvent",
            ServiceDetails = DetailsOf(ended),
        };
        return Row.Note(AuditEvent.Table, happened.EventId, happened.ToJson());
    }

    private static byte[] DetailsOf(AccountCreation ended)
    {
        var status = ended.Describe();
        return JsonObjects.Write(json =>
        {
            json.WriteStartObject("createAccountStatus"u8);
            json.WriteString("id"u8, status.Id);
            json.WriteString("state"u8, status.State);
            json.WriteString("accountName"u8, "****"u8);
            json.WriteString("requestedTimestamp"u8, ended.Requested);
            json.WriteString("completedTimestamp"u8, ended.Completed!.Value);
            if (status.AccountId is { } account)
            {
                json.WriteString("accountId"u8, account);
            }

            if (status.FailureReason is { } failure)
            {
                json.WriteString("failureReason"u8, failure);
            }

            json.WriteEndObject();
        });
    }
}
