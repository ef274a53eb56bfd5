using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Privacy;

/// <summary>Brings an erasure as far as it comes. The row says which step is next, so that a run after a crash goes on from there.</summary>
internal sealed class ErasureRun(
    PlatformDbContext db,
    PersonalDataReader reader,
    IEnumerable<IPersonalData> modules,
    NotificationErasure notifications,
    MailErasure mails,
    DatabaseScrub scrub,
    IAuditJournal journal,
    TimeProvider clock
)
{
    private const string WaitForNotifications =
        "Une notification en cours nomme encore la personne\u00A0: il faut attendre qu’elle passe.";

    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var erasure = await db.Erasures.SingleAsync(e => e.Id == id, cancellationToken);
        while (erasure.State is ErasureState.Running)
        {
            erasure.Waiting = await DoAsync(erasure, cancellationToken);
            if (erasure.Waiting is null)
            {
                Advance(erasure);
            }

            await db.SaveChangesAsync(cancellationToken);
            if (erasure.Waiting is not null)
            {
                return;
            }
        }

        await journal.RecordAsync(
            new AuditFact("erasure.done", "Personne effacée", $"Erasure {erasure.Id}"),
            cancellationToken
        );
    }

    /// <returns>What it waits for, in French; null when the step is done.</returns>
    private async Task<string?> DoAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        if (erasure.Step is ErasureStep.Gather)
        {
            var records = await reader.ReadAsync(erasure.Person, cancellationToken);
            erasure.Traces = Traces.Of(erasure.Person, records).Write();
            return null;
        }

        if (erasure.Step is ErasureStep.Files)
        {
            return await scrub.RunAsync(cancellationToken);
        }

        var traces = Traces.Read(erasure.Traces!);
        switch (erasure.Step)
        {
            case ErasureStep.Quiet:
                return await notifications.CountUnderWayAsync(traces, cancellationToken) > 0
                    ? WaitForNotifications
                    : null;
            case ErasureStep.Modules:
                foreach (var module in modules)
                {
                    await module.EraseAsync(erasure.Person, erasure.Pseudonym, cancellationToken);
                }

                return null;
            case ErasureStep.Mails:
                return await mails.EraseAsync(traces, erasure.Pseudonym, cancellationToken);
            case ErasureStep.Notifications:
                await notifications.EraseEndedAsync(traces, cancellationToken);
                return null;
            default:
                foreach (var module in modules)
                {
                    await module.ForgetTracesAsync(erasure.Person, traces.All, erasure.Pseudonym, cancellationToken);
                }

                // Something under way meanwhile may have brought the person back: then once more from there.
                if (await notifications.CountUnderWayAsync(traces, cancellationToken) > 0)
                {
                    erasure.Step = ErasureStep.Quiet;
                    return WaitForNotifications;
                }

                return null;
        }
    }

    private void Advance(Erasure erasure)
    {
        if (erasure.Step is ErasureStep.Traces)
        {
            erasure.Name = erasure.Pseudonym;
            erasure.Email = "";
            erasure.Words = null;
            erasure.Traces = null;
        }

        erasure.Step++;
        if (erasure.Step is ErasureStep.Finished)
        {
            erasure.State = ErasureState.Done;
            erasure.DoneAt = clock.UtcNow;
        }
    }
}
