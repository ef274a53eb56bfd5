using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.PersonalData;

/// <summary>What is known of those who declared a closure, answered for an EPN, or sent or closed a formal notice.</summary>
internal sealed class AfterAwardPersonalData(LabellingDbContext db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken)
    {
        if (person.AccountId is not { } id)
        {
            return [];
        }

        var closures = await db
            .TemporaryClosures.AsNoTracking()
            .Where(c => c.DeclaredById == id)
            .Join(db.Epns, c => c.EpnId, e => e.Id, (c, e) => new { Closure = c, e.Name })
            .OrderBy(x => x.Closure.DeclaredAt)
            .ToListAsync(cancellationToken);
        var notices = await db
            .FormalNotices.AsNoTracking()
            .Where(n => n.SentById == id || n.AnsweredById == id || n.ClosedById == id)
            .Join(db.Epns, n => n.EpnId, e => e.Id, (n, e) => new { Notice = n, e.Name })
            .OrderBy(x => x.Notice.SentAt)
            .ToListAsync(cancellationToken);
        var replies = await db
            .EpnReplies.AsNoTracking()
            .Where(r => r.SentById == id)
            .Join(db.Epns, r => r.EpnId, e => e.Id, (r, e) => new { Reply = r, e.Name })
            .OrderBy(x => x.Reply.SentAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. closures.Select(x =>
                Record(
                    "Fermeture temporaire déclarée",
                    ("Espace", x.Name),
                    ("Premier jour", FrenchText.Date(x.Closure.FirstOn)),
                    ("Dernier jour", FrenchText.Date(x.Closure.LastOn)),
                    ("Précisions", x.Closure.Words)
                )
            ),
            .. notices.Select(x =>
                Record(
                    "Mise en demeure",
                    ("Espace", x.Name),
                    ("Envoyée par", x.Notice.SentById == id ? x.Notice.SentBy : null),
                    ("Réponse de", x.Notice.AnsweredById == id ? x.Notice.AnsweredBy : null),
                    ("Close par", x.Notice.ClosedById == id ? x.Notice.ClosedBy : null)
                )
            ),
            .. replies.Select(x =>
                Record(
                    "Réponse au nom d’un espace",
                    ("Espace", x.Name),
                    ("Envoyée le", FrenchText.Instant(x.Reply.SentAt!.Value)),
                    ("Texte", x.Reply.Text)
                )
            ),
        ];
    }

    // By statements, which the journal of changes does not read: it would write down what is forgotten.
    public async Task EraseAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken)
    {
        if (person.AccountId is not { } id)
        {
            return;
        }

        await db
            .TemporaryClosures.Where(c => c.DeclaredById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.DeclaredBy, pseudonym), cancellationToken);
        await db
            .FormalNotices.Where(n => n.SentById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.SentBy, pseudonym), cancellationToken);
        await db
            .FormalNotices.Where(n => n.AnsweredById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.AnsweredBy, pseudonym), cancellationToken);
        await db
            .FormalNotices.Where(n => n.ClosedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ClosedBy, pseudonym), cancellationToken);
        await db
            .EpnReplies.Where(r => r.SentById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.SentBy, pseudonym), cancellationToken);
    }

    private static PersonalRecord Record(string kind, params (string Label, string? Value)[] facts) =>
        new(kind, [.. facts.Select(f => new PersonalFact(f.Label, f.Value))]);
}
