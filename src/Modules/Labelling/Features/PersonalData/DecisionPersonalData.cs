using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Committee;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.PersonalData;

/// <summary>What decisions, conditions and the committee keep of a person: as a member, as one who voted, decided, answered or lifted.</summary>
internal sealed class DecisionPersonalData(LabellingDbContext db) : IPersonalData
{
    private const string Erased = "Effacé";

    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken)
    {
        if (person.AccountId is not { } id)
        {
            return [];
        }

        var seats = await db
            .CommitteeSessions.AsNoTracking()
            .SelectMany(s => s.Seats, (s, seat) => new { Session = s, Seat = seat })
            .Where(x => x.Seat.AccountId == id)
            .OrderBy(x => x.Session.HeldAt)
            .ToListAsync(cancellationToken);
        var items = await db
            .CommitteeItems.AsNoTracking()
            .Whole()
            .Where(i => i.Session.Seats.Any(s => s.AccountId == id))
            .OrderBy(i => i.Session.HeldAt)
            .ThenBy(i => i.Position)
            .ToListAsync(cancellationToken);
        var decided = await db
            .Applications.AsNoTracking()
            .Where(a => a.DecidedById == id)
            .OrderBy(a => a.DecidedAt)
            .ToListAsync(cancellationToken);
        var conditions = await db
            .Conditions.AsNoTracking()
            .Where(c => c.AnsweredById == id || c.ProposedById == id || c.LiftedById == id)
            .OrderBy(c => c.DueOn)
            .ToListAsync(cancellationToken);
        return
        [
            .. seats.Select(x =>
                Record(
                    "Siège au comité",
                    new("Séance", x.Session.Name),
                    new("Nom", x.Seat.Name) { IsIdentity = true },
                    new("Courriel", x.Seat.Email) { IsIdentity = true }
                )
            ),
            .. items.SelectMany(i => OfItem(i, id)),
            .. decided.Select(a =>
                Record(
                    "Décision",
                    new("Dossier", a.Reference),
                    new("Date", FrenchText.Instant(a.DecidedAt!.Value)),
                    new("Motifs", a.DecisionReasons)
                )
            ),
            .. conditions.Select(c =>
                Record(
                    "Réserve",
                    new("À faire", c.What),
                    new("Votre réponse", c.AnsweredById == id ? c.Answer : null),
                    new("Levée le", c.LiftedById == id ? FrenchText.Instant(c.LiftedAt!.Value) : null)
                )
            ),
        ];
    }

    // By statements, which the journal of changes does not read: it would write down what is forgotten.
    public async Task EraseAsync(PersonKey person, string pseudonym, CancellationToken ct)
    {
        if (person.AccountId is not { } id)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var seats = db.Set<CommitteeSeat>().Where(s => s.AccountId == id);
        await db.Set<Recusal>()
            .Where(r => seats.Any(s => s.Id == r.SeatId))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Reason, Erased), ct);
        await seats.ExecuteUpdateAsync(
            set => set.SetProperty(s => s.Name, pseudonym).SetProperty(s => s.Email, (string?)null),
            ct
        );
        await db.Set<CommitteeVote>()
            .Where(v => v.EnteredById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.EnteredBy, pseudonym), ct);
        await db
            .CommitteeSessions.Where(s => s.PlannedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.PlannedBy, pseudonym), ct);
        await db
            .CommitteeSessions.Where(s => s.ClosedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ClosedBy, pseudonym), ct);
        await db
            .CommitteeItems.Where(i => i.RecordedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.RecordedBy, pseudonym), ct);
        await db
            .Applications.Where(a => a.DecidedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.DecidedBy, pseudonym), ct);
        await db
            .Conditions.Where(c => c.AnsweredById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.AnsweredBy, pseudonym), ct);
        await db
            .Conditions.Where(c => c.ProposedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ProposedBy, pseudonym), ct);
        await db
            .Conditions.Where(c => c.LiftedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.LiftedBy, pseudonym), ct);
        await transaction.CommitAsync(ct);
    }

    private static IEnumerable<PersonalRecord> OfItem(CommitteeItem item, Guid accountId)
    {
        var seat = item.Session.Seats.Single(s => s.AccountId == accountId).Id;
        if (item.Votes.SingleOrDefault(v => v.SeatId == seat) is { } vote)
        {
            yield return Record(
                "Vote en comité",
                new("Dossier", item.Application.Reference),
                new("Voix", CommitteeWords.Of(vote.Choice))
            );
        }

        if (item.Recusals.SingleOrDefault(r => r.SeatId == seat) is { } recusal)
        {
            yield return Record(
                "Déport en comité",
                new("Dossier", item.Application.Reference),
                new("Motif", recusal.Reason)
            );
        }
    }

    private static PersonalRecord Record(string kind, params PersonalFact[] facts) => new(kind, facts);
}
