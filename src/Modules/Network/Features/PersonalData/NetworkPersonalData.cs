using CaseNumerique.Network.Data;
using CaseNumerique.Network.Features.Affiliations;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

// Addresses are compared without case in SQL, where .NET’s own comparisons do not translate.
#pragma warning disable CA1304, CA1311, CA1862

namespace CaseNumerique.Network.Features.PersonalData;

/// <summary>What the network knows of a person: for which spaces they act, and where they are reached.</summary>
internal sealed class NetworkPersonalData(NetworkDbContext db, TimeProvider clock) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken)
    {
        var affiliations = await AffiliationsOf(person)
            .AsNoTracking()
            .Include(a => a.Epn)
            .OrderBy(a => a.StartsOn)
            .ToListAsync(cancellationToken);
        var contacts = await EpnsToReach(person).AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. affiliations.Select(a => new PersonalRecord(
                "Affiliation",
                [
                    new("Espace", a.Epn.Name),
                    new("Rôle", AffiliationWords.Role(a)),
                    new("Nom", a.PersonName) { IsIdentity = true },
                    new("Courriel", a.Email) { IsIdentity = true },
                    new("Dates", AffiliationWords.Period(a)),
                ]
            )),
            .. contacts.SelectMany(
                epn => epn.Contacts.Where(c => IsOf(c.Email, person)),
                (epn, c) =>
                    new PersonalRecord(
                        "Personne à joindre",
                        [
                            new("Espace", epn.Name),
                            new("Rôle", Contact.RoleWord(c.Role)),
                            new("Nom", c.Name) { IsIdentity = true },
                            new("Courriel", c.Email) { IsIdentity = true },
                            PersonalFact.Phone("Téléphone", c.Phone, isIdentity: IsTheirsAlone(epn, c)),
                        ]
                    )
            ),
            .. contacts
                .Where(e => IsOf(e.Email, person))
                .Select(e => new PersonalRecord(
                    "Courriel d’un espace",
                    [new("Espace", e.Name), new("Courriel", e.Email)]
                )),
        ];
    }

    // By statements, which the journal of changes does not read: it would write down what is forgotten.
    public async Task EraseAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await EraseAffiliationsAsync(person, pseudonym, cancellationToken);
        var ids = await EpnsToReach(person).Select(e => e.Id).ToListAsync(cancellationToken);
        var email = person.Email.ToLowerInvariant();
        // The line of a contact stays, so that somebody sees that the space has nobody to reach.
        await db
            .Contacts.Where(c => c.Email!.ToLower() == email)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(c => c.Name, pseudonym)
                        .SetProperty(c => c.Email, (string?)null)
                        .SetProperty(c => c.Phone, (string?)null),
                cancellationToken
            );
        await db
            .Epns.Where(e => e.Email!.ToLower() == email)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Email, (string?)null), cancellationToken);
        var epns = await db.Epns.Include(e => e.Contacts).Where(e => ids.Contains(e.Id)).ToListAsync(cancellationToken);
        foreach (var epn in epns)
        {
            epn.Change(clock.Today);
            db.Announce(epn.ToContactsChanged(), epn.Id);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Not announced: the accounts forget by themselves, and no address is left to announce.</summary>
    private async Task EraseAffiliationsAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken)
    {
        var (today, yesterday) = (clock.Today, clock.Today.AddDays(-1));
        await AffiliationsOf(person)
            .Where(a => a.EndsOn == null || a.EndsOn >= today)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.EndsOn, yesterday), cancellationToken);
        await AffiliationsOf(person)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.PersonName, pseudonym)
                        .SetProperty(a => a.Email, (string?)null)
                        .SetProperty(a => a.AccountState, (string?)null),
                cancellationToken
            );
    }

    private IQueryable<Affiliation> AffiliationsOf(PersonKey person)
    {
        var email = person.Email.ToLowerInvariant();
        return db.Affiliations.Where(a =>
            a.Email == email || (person.AccountId != null && a.AccountId == person.AccountId)
        );
    }

    private IQueryable<Epn> EpnsToReach(PersonKey person)
    {
        var email = person.Email.ToLowerInvariant();
        return db
            .Epns.Include(e => e.Contacts)
            .Where(e => e.Email!.ToLower() == email || e.Contacts.Any(c => c.Email!.ToLower() == email));
    }

    /// <summary>A telephone of the space, or of two people, is looked for nowhere: what mentions it is about others as well.</summary>
    private static bool IsTheirsAlone(Epn epn, Contact contact) =>
        contact.Phone != epn.Phone && epn.Contacts.Count(c => c.Phone == contact.Phone) == 1;

    private static bool IsOf(string? email, PersonKey person) =>
        string.Equals(email, person.Email, StringComparison.OrdinalIgnoreCase);
}
