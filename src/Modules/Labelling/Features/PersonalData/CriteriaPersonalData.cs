using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.PersonalData;

/// <summary>Who wrote and published the versions of the referential, of the charter and of the rules of procedure.</summary>
internal sealed class CriteriaPersonalData(LabellingDbContext db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken)
    {
        if (person.AccountId is not { } id)
        {
            return [];
        }

        var sets = await db
            .CriteriaSets.AsNoTracking()
            .Where(s => s.CreatedById == id || s.PublishedById == id)
            .OrderBy(s => s.Number)
            .ToListAsync(cancellationToken);
        var charters = await db
            .Charters.AsNoTracking()
            .Where(c => c.CreatedById == id || c.PublishedById == id)
            .OrderBy(c => c.Number)
            .ToListAsync(cancellationToken);
        var rules = await db
            .ProcedureRules.AsNoTracking()
            .Where(r => r.PublishedById == id)
            .OrderBy(r => r.Number)
            .ToListAsync(cancellationToken);
        return
        [
            .. sets.Select(s =>
                Record("Référentiel", ("Version", s.Name), ("Commencé par", s.CreatedBy), ("Publié par", s.PublishedBy))
            ),
            .. charters.Select(c =>
                Record(
                    "Charte",
                    ("Version", FrenchText.Number(c.Number)),
                    ("Commencée par", c.CreatedBy),
                    ("Publiée par", c.PublishedBy)
                )
            ),
            .. rules.Select(r =>
                Record("Règles de procédure", ("Version", FrenchText.Number(r.Number)), ("Par", r.PublishedBy))
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
            .CriteriaSets.Where(s => s.CreatedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.CreatedBy, pseudonym), cancellationToken);
        await db
            .CriteriaSets.Where(s => s.PublishedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.PublishedBy, pseudonym), cancellationToken);
        await db
            .Charters.Where(c => c.CreatedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.CreatedBy, pseudonym), cancellationToken);
        await db
            .Charters.Where(c => c.PublishedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.PublishedBy, pseudonym), cancellationToken);
        await db
            .ProcedureRules.Where(r => r.PublishedById == id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.PublishedBy, pseudonym), cancellationToken);
    }

    private static PersonalRecord Record(string kind, params (string Label, string? Value)[] facts) =>
        new(kind, [.. facts.Select(f => new PersonalFact(f.Label, f.Value))]);
}
