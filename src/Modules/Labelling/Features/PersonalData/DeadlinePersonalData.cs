using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

// Addresses are compared without case in SQL, where .NET’s own comparisons do not translate.
#pragma warning disable CA1304, CA1311, CA1862

namespace CaseNumerique.Labelling.Features.PersonalData;

/// <summary>The reminders of deadlines that a person was sent, or was to be called for.</summary>
internal sealed class DeadlinePersonalData(LabellingDbContext db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken)
    {
        var reminders = await (await RemindersOfAsync(person, cancellationToken))
            .AsNoTracking()
            .OrderBy(r => r.TakenOn)
            .ToListAsync(cancellationToken);
        return
        [
            .. reminders.Select(r => new PersonalRecord(
                "Rappel d’échéance",
                [
                    new("Échéance", r.Title),
                    new("Jour", FrenchText.Date(r.TakenOn)),
                    new("Nom", r.RecipientName)
                    {
                        // The administration is written to under the name of the authority.
                        IsIdentity = r.RecipientKey is not (Recipient.Administration or Recipient.Assessor),
                    },
                    new("Courriel", r.Address) { IsIdentity = true },
                    PersonalFact.Phone("Téléphone", r.Phone, isIdentity: false),
                ]
            )),
        ];
    }

    // By a statement, which the journal of changes does not read: it would write down what is forgotten.
    public async Task EraseAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken)
    {
        var reminders = await RemindersOfAsync(person, cancellationToken);
        await reminders.ExecuteUpdateAsync(
            set =>
                set.SetProperty(r => r.RecipientName, pseudonym)
                    .SetProperty(r => r.Address, (string?)null)
                    .SetProperty(r => r.Phone, (string?)null)
                    .SetProperty(r => r.Words, (string?)null),
            cancellationToken
        );
    }

    private async Task<IQueryable<DeadlineReminder>> RemindersOfAsync(
        PersonKey person,
        CancellationToken cancellationToken
    )
    {
        var email = person.Email.ToLowerInvariant();
        var keys = await db.KeysOfAsync(person, cancellationToken);
        if (person.AccountId is { } id)
        {
            keys.Add($"{id:N}");
        }

        return db.DeadlineReminders.Where(r => r.Address!.ToLower() == email || keys.Contains(r.RecipientKey));
    }
}
