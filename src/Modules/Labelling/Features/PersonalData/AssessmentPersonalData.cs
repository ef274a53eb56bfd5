using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

// Addresses are compared without case in SQL, where .NET’s own comparisons do not translate.
#pragma warning disable CA1304, CA1311, CA1862

namespace CaseNumerique.Labelling.Features.PersonalData;

/// <summary>What the assessment of files knows of a person: what they wrote, asked for, scored, or were asked.</summary>
internal sealed class AssessmentPersonalData(LabellingDbContext db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken)
    {
        var (id, email) = (person.AccountId, person.Email.ToLowerInvariant());
        var messages = await MessagesOf(id).AsNoTracking().OrderBy(m => m.At).ToListAsync(cancellationToken);
        var opinions = await OpinionsOf(email).AsNoTracking().OrderBy(o => o.AskedAt).ToListAsync(cancellationToken);
        var requests = await db
            .Completions.AsNoTracking()
            .Where(r => id != null && (r.AskedById == id || r.AnsweredById == id))
            .OrderBy(r => r.AskedAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. messages.Select(m =>
                Record("Message", ("Date", FrenchText.Instant(m.At)), ("Auteur", m.By), ("Texte", m.Text))
            ),
            .. opinions.Select(o =>
                Record(
                    "Avis extérieur",
                    ("Nom", o.Name),
                    ("Courriel", o.Email),
                    ("Question", o.Question),
                    ("Réponse", o.Answer)
                )
            ),
            .. requests.Select(r =>
                Record(
                    "Demande de compléments",
                    ("Demandée le", FrenchText.Instant(r.AskedAt)),
                    ("Demandée par", r.AskedBy),
                    ("Réponse envoyée par", r.AnsweredBy)
                )
            ),
        ];
    }

    // By statements, which the journal of changes does not read: it would write down what is forgotten.
    public async Task EraseAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken)
    {
        var (id, email) = (person.AccountId, person.Email.ToLowerInvariant());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await MessagesOf(id).ExecuteUpdateAsync(set => set.SetProperty(m => m.By, pseudonym), cancellationToken);
        await OpinionsOf(email)
            .ExecuteUpdateAsync(
                set => set.SetProperty(o => o.Name, pseudonym).SetProperty(o => o.Email, ""),
                cancellationToken
            );
        await db
            .ExternalOpinions.Where(o => id != null && o.AskedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.AskedBy, pseudonym), cancellationToken);
        await db
            .Completions.Where(r => id != null && r.AskedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.AskedBy, pseudonym), cancellationToken);
        await db
            .Completions.Where(r => id != null && r.AnsweredById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.AnsweredBy, pseudonym), cancellationToken);
        await db
            .Visits.Where(v => id != null && v.ReportedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.ReportedBy, pseudonym), cancellationToken);
        await db
            .Visits.SelectMany(v => v.Findings)
            .Where(f => id != null && f.ChangedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.ChangedBy, pseudonym), cancellationToken);
        await db
            .FindingRevisions.Where(r => id != null && r.ById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.By, pseudonym), cancellationToken);
        await db
            .Answers.Where(a => id != null && a.ScoredById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ScoredBy, pseudonym), cancellationToken);
        await db
            .Applications.Where(a => id != null && a.AssessorId == id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(a => a.AssessorName, pseudonym).SetProperty(a => a.AssessorEmail, (string?)null),
                cancellationToken
            );
        await db
            .Applications.Where(a => id != null && a.OpinionById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.OpinionBy, pseudonym), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private IQueryable<FileMessage> MessagesOf(Guid? id) => db.Messages.Where(m => id != null && m.ById == id);

    private IQueryable<ExternalOpinion> OpinionsOf(string email) =>
        db.ExternalOpinions.Where(o => o.Email.ToLower() == email);

    private static PersonalRecord Record(string kind, params (string Label, string? Value)[] facts) =>
        new(kind, [.. facts.Select(f => new PersonalFact(f.Label, f.Value))]);
}
