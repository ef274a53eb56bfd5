using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Delivery;

/// <summary>
/// The transitions of a mail. Each is an update that names the state and the lease it starts from, so that of two hosts one
/// succeeds, and a host that was paused past its lease changes nothing.
/// </summary>
internal sealed class MailStore(IServiceScopeFactory scopes, IOptions<MailOptions> options, TimeProvider clock)
{
    public async Task<Mail?> ClaimNextAsync(Guid lease, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        while (true)
        {
            var now = clock.UtcNow;
            var next = await db
                .Mails.AsNoTracking()
                .Where(m => m.State == MailState.Planned && m.DueAt <= now)
                .OrderBy(m => m.DueAt)
                .ThenBy(m => m.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (next is null)
            {
                return null;
            }

            var until = now.AddSeconds(options.Value.ClaimSeconds);
            var claimed = await db
                .Mails.Where(m => m.Id == next.Id && m.State == MailState.Planned)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(m => m.State, MailState.Claimed)
                            .SetProperty(m => m.Lease, lease)
                            .SetProperty(m => m.LeaseUntil, until),
                    cancellationToken
                );
            if (claimed == 1)
            {
                CrashPoint.Reach("mail-claimed");
                return next;
            }
        }
    }

    /// <summary>Commits that the content is about to leave. Synchronous, since MailKit's hook is.</summary>
    /// <exception cref="LeaseLostException">The lease has run out or passed to another host.</exception>
    public void Begin(Guid mailId, Guid lease)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var now = clock.UtcNow;
        var until = now.AddSeconds(options.Value.TransmitSeconds);
        var begun = db
            .Mails.Where(m => m.Id == mailId && m.State == MailState.Claimed && m.Lease == lease && m.LeaseUntil > now)
            .ExecuteUpdate(set =>
                set.SetProperty(m => m.State, MailState.Transmitting)
                    .SetProperty(m => m.TransmittingAt, now)
                    .SetProperty(m => m.LeaseUntil, until)
            );
        if (begun == 0)
        {
            throw new LeaseLostException();
        }
    }

    /// <summary>Ends a mail's way, announces it, and writes its history, all or nothing.</summary>
    public Task<bool> SettleAsync(
        Mail mail,
        Guid? lease,
        MailState[] from,
        MailState to,
        string? words,
        CancellationToken cancellationToken
    ) =>
        MoveAsync(
            mail,
            lease,
            from,
            to,
            words,
            clock.UtcNow,
            isAttempt: to is MailState.Sent or MailState.Refused,
            cancellationToken
        );

    /// <summary>Puts a mail back among those to send, at a later time.</summary>
    public Task<bool> PostponeAsync(
        Mail mail,
        Guid? lease,
        MailState[] from,
        DateTime dueAt,
        string? words,
        bool isAttempt,
        CancellationToken cancellationToken
    ) => MoveAsync(mail, lease, from, MailState.Planned, words, dueAt, isAttempt, cancellationToken);

    private async Task<bool> MoveAsync(
        Mail mail,
        Guid? lease,
        MailState[] from,
        MailState to,
        string? words,
        DateTime dueAt,
        bool isAttempt,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.UtcNow;
        var attempts = isAttempt ? 1 : 0;
        var shortWords = MailJournal.Shorten(words);
        DateTime? settledAt = to is MailState.Planned ? null : now;
        var moved = await db
            .Mails.Where(m => m.Id == mail.Id && from.Contains(m.State) && m.Lease == lease)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.State, to)
                        .SetProperty(m => m.DueAt, dueAt)
                        .SetProperty(m => m.Attempts, m => m.Attempts + attempts)
                        .SetProperty(m => m.Lease, (Guid?)null)
                        .SetProperty(m => m.LeaseUntil, (DateTime?)null)
                        .SetProperty(m => m.SettledAt, settledAt)
                        .SetProperty(m => m.Words, shortWords),
                cancellationToken
            );
        if (moved == 0)
        {
            return false;
        }

        if (mail.IsSecret && to is MailState.Sent or MailState.Refused or MailState.Withdrawn)
        {
            await db
                .Mails.Where(m => m.Id == mail.Id && m.IsSecret)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Mime, Mail.NoBytes), cancellationToken);
        }

        MailJournal.Record(db, mail.Id, to is MailState.Planned ? "Remis à plus tard" : MailWords.Of(to), words, now);
        MailJournal.Announce(db, mail, to, words, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
