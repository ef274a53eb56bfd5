using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

// Addresses are compared without case in SQL, where .NET’s own comparisons do not translate.
#pragma warning disable CA1304, CA1311, CA1862

namespace CaseNumerique.Labelling.Features.PersonalData;

/// <summary>Labelling forgets a person; what they did in public office stays under a pseudonym.</summary>
internal sealed class PersonErasure(LabellingDbContext db)
{
    private const string Erased = "Effacé";

    // By statements, which the journal of changes does not read: it would write down what is forgotten.
    public async Task RunAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var keys = await db.KeysOfAsync(person, cancellationToken);
        await db.ContactsOf(person)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(c => c.Name, pseudonym)
                        .SetProperty(c => c.Email, (string?)null)
                        .SetProperty(c => c.Phone, (string?)null),
                cancellationToken
            );
        await db.RemindersOf(person, keys)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(r => r.RecipientName, pseudonym)
                        .SetProperty(r => r.Address, (string?)null)
                        .SetProperty(r => r.Phone, (string?)null)
                        // The server's words quote the address.
                        .SetProperty(r => r.Words, (string?)null),
                cancellationToken
            );
        await db.LabelsOf(person)
            .ExecuteUpdateAsync(
                set => set.SetProperty(l => l.AssessorName, pseudonym).SetProperty(l => l.AssessorEmail, (string?)null),
                cancellationToken
            );
        await db.ActsOf(person).ExecuteUpdateAsync(set => set.SetProperty(e => e.By, pseudonym), cancellationToken);
        await db.RulesOf(person)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.PublishedBy, pseudonym), cancellationToken);
        var email = person.Email.ToLowerInvariant();
        await db
            .ReminderRules.Where(r => r.AdministrationEmail!.ToLower() == email)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.AdministrationEmail, (string?)null), cancellationToken);

        await db
            .Proposals.Where(p =>
                p.ProposedByEmail!.ToLower() == email
                || (person.AccountId != null && p.ProposedById == person.AccountId)
            )
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.ProposedBy, pseudonym).SetProperty(p => p.ProposedByEmail, (string?)null),
                cancellationToken
            );
        await db
            .Proposals.Where(p => person.AccountId != null && p.DecidedById == person.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.DecidedBy, pseudonym), cancellationToken);
        await db.ConflictsOf(person)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.PersonName, pseudonym).SetProperty(c => c.Reason, Erased),
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
    }
}
