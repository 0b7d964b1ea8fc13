using Gatehouse.Accounts;

namespace Gatehouse.Iam.CredentialReports;

/// <summary>Makes the credential reports that accounts ask for: the worker after the commit of <c>GenerateCredentialReport</c>.</summary>
/// <remarks>One runs at a time in a process; several processes do each other no harm.</remarks>
public sealed class CredentialReporter(Installation installation)
{
    /// <summary>How long a report can be had [AA-94].</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromHours(4);

    /// <summary>Makes whatever is asked for, until it is stopped.</summary>
    /// <param name="trouble">Told what went wrong with which account's; it is made when the account asks again.</param>
    /// <param name="cancel">Stops the worker.</param>
    public async Task RunAsync(Action<string, Exception> trouble, CancellationToken cancel)
    {
        while (true)
        {
            var account = await installation.Reports.NextAsync(cancel);
            try
            {
                await MakeAsync(account, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // One report that cannot be made must not keep the others waiting.
            catch (Exception wrong)
#pragma warning restore CA1031
            {
                trouble(account, wrong);
            }
        }
    }

    /// <summary>Makes all that is asked for now, and returns.</summary>
    public async ValueTask FinishWaitingAsync(CancellationToken cancel)
    {
        while (installation.Reports.TryNext(out var account))
        {
            await MakeAsync(account, cancel);
        }
    }

    private async ValueTask MakeAsync(string id, CancellationToken cancel)
    {
        if (await installation.Accounts.FindAsync(id, cancel) is not { Current.CredentialReport: { Generated: null } wish } slot)
        {
            return;
        }

        var now = installation.Clock.GetWholeSecond();
        var content = CredentialTable.Pack(CredentialTable.Write(slot.Current, slot.Activity, key => installation.Keys.StatusOf(key, now)));
        var call = new Call
        {
            Caller = Caller.Anonymous,
            Account = slot.Current,
            Installation = installation,
            Now = now,
            Region = "us-east-1",
            RequestId = "",
        };
        await installation.Accounts.ChangeAsync(
            slot,
            call,
            draft =>
            {
                if (draft.Account.CredentialReport == wish)
                {
                    draft.Put(wish with { Generated = now, Content = content });
                }

                return true;
            },
            null,
            cancel);
    }
}
