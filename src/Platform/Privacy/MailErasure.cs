using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Delivery;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace CaseNumerique.Platform.Privacy;

/// <summary>Mails forget a person: those written to them, and those to others that name them.</summary>
internal sealed class MailErasure(PlatformDbContext db, PickupTransport pickup, TimeProvider clock)
{
    private const string NoAddress = "adresse effacée";
    private const string Wait = "Un courriel est en route\u00A0: il faut attendre son sort.";
    private const int Batch = 50;

    private static readonly MailState[] _underWay = [MailState.Claimed, MailState.Transmitting];
    private static readonly MailState[] _ended = [MailState.Sent, MailState.Refused, MailState.Withdrawn];

    /// <returns>What it waits for, in French; null when all is forgotten.</returns>
    public async Task<string?> EraseAsync(Traces traces, string pseudonym, CancellationToken cancellationToken)
    {
        string? waiting = null;
        foreach (var address in traces.Addresses)
        {
            waiting ??= await EraseToAsync(Traces.Escape(address), pseudonym, cancellationToken);
        }

        foreach (var name in traces.Names)
        {
            await db
                .MailEvents.Where(e => e.By == name)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.By, pseudonym), cancellationToken);
        }

        foreach (var pattern in traces.Patterns)
        {
            await db
                .MailEvents.Where(e => EF.Functions.Like(e.Words!, pattern, Traces.LikeEscape))
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.Words, (string?)null), cancellationToken);
            await db
                .Mails.Where(m => EF.Functions.Like(m.Words!, pattern, Traces.LikeEscape))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Words, (string?)null), cancellationToken);
        }

        return await EraseMentionsAsync(traces, cancellationToken) ?? waiting;
    }

    private async Task<string?> EraseToAsync(string address, string pseudonym, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow;
        var mails = db.Mails.Where(m => EF.Functions.Like(m.ToAddress, address, Traces.LikeEscape));
        await mails
            .Where(m => m.State == MailState.Planned || m.State == MailState.Unknown)
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, MailState.Withdrawn).SetProperty(m => m.SettledAt, now),
                cancellationToken
            );
        var ended = mails.Where(m => _ended.Contains(m.State));
        foreach (var key in await ended.Select(m => m.Key).ToListAsync(cancellationToken))
        {
            pickup.Forget(key);
        }

        await db
            .MailEvents.Where(e => ended.Any(m => m.Id == e.MailId))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Words, (string?)null), cancellationToken);
        await ended.ExecuteUpdateAsync(
            set =>
                set.SetProperty(m => m.Mime, Mail.NoBytes)
                    .SetProperty(m => m.Words, (string?)null)
                    .SetProperty(m => m.ToName, pseudonym)
                    .SetProperty(m => m.ToAddress, NoAddress),
            cancellationToken
        );
        return await mails.AnyAsync(m => _underWay.Contains(m.State), cancellationToken) ? Wait : null;
    }

    /// <summary>Bytes are folded and encoded: each mail must be read as a mail program does.</summary>
    private async Task<string?> EraseMentionsAsync(Traces traces, CancellationToken cancellationToken)
    {
        string? waiting = null;
        var ids = await db.Mails.Where(m => m.Mime != Mail.NoBytes).Select(m => m.Id).ToListAsync(cancellationToken);
        foreach (var batch in ids.Chunk(Batch))
        {
            var mails = await db.Mails.AsNoTracking().Where(m => batch.Contains(m.Id)).ToListAsync(cancellationToken);
            foreach (var mail in mails.Where(m => Mentions(m, traces)))
            {
                if (_ended.Contains(mail.State))
                {
                    await EmptyAsync(mail, cancellationToken);
                }
                else
                {
                    waiting = Wait;
                }
            }
        }

        return waiting;
    }

    private async Task EmptyAsync(Mail mail, CancellationToken cancellationToken)
    {
        pickup.Forget(mail.Key);
        await db
            .Mails.Where(m => m.Id == mail.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Mime, Mail.NoBytes), cancellationToken);
        MailJournal.Record(db, mail.Id, "Texte effacé", "Il nommait une personne effacée.", clock.UtcNow);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static bool Mentions(Mail mail, Traces traces)
    {
        using var message = MimeMessage.Load(new MemoryStream(mail.Mime));
        return traces.AreIn(message.Subject)
            || traces.AreIn(message.TextBody)
            || traces.AreIn(message.HtmlBody)
            || traces.AreIn(message.To.ToString());
    }
}
