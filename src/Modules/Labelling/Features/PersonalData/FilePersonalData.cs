using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.PersonalData;

/// <summary>What the files of the label know of a person: who began, answered, signed, filed, and added proofs.</summary>
/// <remarks>What was filed and sealed names nobody, and stays as it is.</remarks>
internal sealed class FilePersonalData(LabellingDbContext db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken)
    {
        if (person.AccountId is not { } id)
        {
            return [];
        }

        var files = await db
            .Applications.AsNoTracking()
            .Where(a => a.StartedById == id || a.SubmittedById == id || a.CharterSignedById == id)
            .Join(db.Epns, a => a.EpnId, e => e.Id, (a, e) => new { File = a, e.Name })
            .OrderBy(x => x.File.StartedAt)
            .ToListAsync(cancellationToken);
        var lines = await db
            .ApplicationEvents.AsNoTracking()
            .Where(e => e.ById == id)
            .Join(db.Applications, e => e.ApplicationId, a => a.Id, (e, a) => new { Line = e, a.Number })
            .OrderBy(x => x.Line.At)
            .ToListAsync(cancellationToken);
        var answers = await db
            .Answers.AsNoTracking()
            .Where(a => a.AnsweredById == id)
            .Join(db.Applications, a => a.ApplicationId, f => f.Id, (a, f) => new { f.Id, f.Number })
            .GroupBy(x => new { x.Id, x.Number })
            .Select(g => new { g.Key.Number, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var proofs = await db
            .Evidence.AsNoTracking()
            .Where(e => e.AddedById == id)
            .OrderBy(e => e.AddedAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. files.Select(x =>
                Record(
                    "Demande de label",
                    ("Espace", x.Name),
                    ("Dossier", x.File.Reference),
                    ("Commencée par", x.File.StartedById == id ? x.File.StartedBy : null),
                    ("Déposée par", x.File.SubmittedById == id ? x.File.SubmittedBy : null),
                    ("Charte signée par", x.File.CharterSignedById == id ? x.File.CharterSignedBy : null),
                    ("Fonction", x.File.CharterSignedById == id ? x.File.CharterFunction : null)
                )
            ),
            .. lines.Select(x =>
                Record(
                    "Ligne d’un dossier",
                    ("Dossier", x.Number ?? "brouillon"),
                    ("Fait", x.Line.What),
                    ("Date", FrenchText.Instant(x.Line.At)),
                    ("Motif", x.Line.Reason)
                )
            ),
            .. answers.Select(x =>
                Record(
                    "Réponses à des critères",
                    ("Dossier", x.Number ?? "brouillon"),
                    ("Nombre", FrenchText.Number(x.Count))
                )
            ),
            .. proofs.Select(p =>
                Record("Pièce ajoutée", ("Pièce", p.Title), ("Date", FrenchText.Instant(p.AddedAt)), ("Par", p.AddedBy))
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

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db
            .Applications.Where(a => a.StartedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.StartedBy, pseudonym), cancellationToken);
        await db
            .Applications.Where(a => a.SubmittedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.SubmittedBy, pseudonym), cancellationToken);
        // Whoever ticked the box for somebody else has typed that person's name, which goes with theirs.
        await db
            .Applications.Where(a =>
                a.CharterSignedBy != null && (a.CharterSignedById == id || a.CharterSignedBy == person.Name)
            )
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.CharterSignedBy, pseudonym), cancellationToken);
        await db
            .ApplicationEvents.Where(e => e.ById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.By, pseudonym), cancellationToken);
        await db
            .Answers.Where(a => a.AnsweredById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AnsweredBy, pseudonym), cancellationToken);
        await db
            .Answers.Where(a => a.ScoredById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ScoredBy, pseudonym), cancellationToken);
        await db
            .Evidence.Where(e => e.AddedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.AddedBy, pseudonym), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static PersonalRecord Record(string kind, params (string Label, string? Value)[] facts) =>
        new(kind, [.. facts.Where(f => f.Value is not null).Select(f => new PersonalFact(f.Label, f.Value))]);
}
