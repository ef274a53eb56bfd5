using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Labels;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

// Addresses are compared without case in SQL, where .NET’s own comparisons do not translate.
#pragma warning disable CA1304, CA1311, CA1862

namespace CaseNumerique.Labelling.Features.PersonalData;

/// <summary>What labelling knows of a person: as one to remind, as one who proposed, decided or declared a stake.</summary>
internal sealed class LabellingPersonalData(LabellingDbContext db) : IPersonalData
{
    private const string Erased = "Effacé";

    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken)
    {
        var contacts = await ContactsOf(person)
            .Join(db.Epns, c => c.EpnId, e => e.Id, (c, e) => new { Contact = c, e.Name })
            .ToListAsync(cancellationToken);
        var reminders = await RemindersOf(person, await KeysOfAsync(person, cancellationToken))
            .AsNoTracking()
            .Join(db.Labels, r => r.LabelId, l => l.Id, (r, l) => new { Reminder = r, l.Number })
            .OrderBy(x => x.Reminder.TakenOn)
            .ToListAsync(cancellationToken);
        var followed = await LabelsOf(person).OrderBy(l => l.Sequence).ToListAsync(cancellationToken);
        var acts = await ActsOf(person)
            .Join(db.Labels, e => e.LabelId, l => l.Id, (e, l) => new { Act = e, l.Number })
            .OrderBy(x => x.Act.Id)
            .ToListAsync(cancellationToken);
        var proposals = await ProposalsOf(person)
            .AsNoTracking()
            .Join(db.Epns, p => p.EpnId, e => e.Id, (p, e) => new { Proposal = p, e.Name })
            .OrderBy(x => x.Proposal.ProposedAt)
            .ToListAsync(cancellationToken);
        var conflicts = await ConflictsOf(person)
            .AsNoTracking()
            .Join(db.Epns, c => c.EpnId, e => e.Id, (c, e) => new { Conflict = c, e.Name })
            .OrderBy(x => x.Conflict.DeclaredAt)
            .ToListAsync(cancellationToken);
        var rules = await RulesOf(person).OrderBy(r => r.Number).ToListAsync(cancellationToken);
        return
        [
            .. contacts.Select(x =>
                Record(
                    "Personne à rappeler",
                    ("Espace", x.Name),
                    ("Nom", x.Contact.Name),
                    ("Courriel", x.Contact.Email),
                    ("Téléphone", x.Contact.Phone)
                )
            ),
            .. reminders.Select(x =>
                Record(
                    "Rappel",
                    ("Label", x.Number),
                    ("Jour", FrenchText.Date(x.Reminder.DueOn)),
                    ("Nom", x.Reminder.RecipientName),
                    ("Courriel", x.Reminder.Address)
                )
            ),
            .. followed.Select(l =>
                Record("Label suivi", ("Label", l.Number), ("Nom", l.AssessorName), ("Courriel", l.AssessorEmail))
            ),
            .. acts.Select(x =>
                Record(
                    "Acte sur un label",
                    ("Label", x.Number),
                    ("Acte", x.Act.What),
                    ("Date", FrenchText.Instant(x.Act.At)),
                    ("Motif", x.Act.Reason)
                )
            ),
            .. proposals.Select(x =>
                Record(
                    "Proposition",
                    ("Espace", x.Name),
                    ("Acte", x.Proposal.ActPath),
                    ("Proposé par", x.Proposal.ProposedBy),
                    ("Décidé par", x.Proposal.DecidedBy)
                )
            ),
            .. conflicts.Select(x =>
                Record(
                    "Intérêt déclaré",
                    ("Espace", x.Name),
                    ("Intérêt", x.Conflict.Reason),
                    ("Déclaré le", FrenchText.Instant(x.Conflict.DeclaredAt))
                )
            ),
            .. rules.Select(r => Record("Règles publiées", ("Version", $"{r.Number}"), ("Par", r.PublishedBy))),
        ];
    }

    // By statements, which the journal of changes does not read: it would write down what is forgotten.
    public async Task EraseAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var keys = await KeysOfAsync(person, cancellationToken);
        await ContactsOf(person)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(c => c.Name, pseudonym)
                        .SetProperty(c => c.Email, (string?)null)
                        .SetProperty(c => c.Phone, (string?)null),
                cancellationToken
            );
        await RemindersOf(person, keys)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(r => r.RecipientName, pseudonym)
                        .SetProperty(r => r.Address, (string?)null)
                        .SetProperty(r => r.Phone, (string?)null)
                        // The server's words quote the address.
                        .SetProperty(r => r.Words, (string?)null),
                cancellationToken
            );
        await LabelsOf(person)
            .ExecuteUpdateAsync(
                set => set.SetProperty(l => l.AssessorName, pseudonym).SetProperty(l => l.AssessorEmail, (string?)null),
                cancellationToken
            );
        await ActsOf(person).ExecuteUpdateAsync(set => set.SetProperty(e => e.By, pseudonym), cancellationToken);
        await RulesOf(person)
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
        await ConflictsOf(person)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.PersonName, pseudonym).SetProperty(c => c.Reason, Erased),
                cancellationToken
            );
        await transaction.CommitAsync(cancellationToken);
    }

    private IQueryable<EpnContact> ContactsOf(PersonKey person)
    {
        var email = person.Email.ToLowerInvariant();
        return db.Contacts.Where(c => c.Email!.ToLower() == email);
    }

    /// <summary>What the person's reminders are kept under, whatever address they went to.</summary>
    private async Task<List<string>> KeysOfAsync(PersonKey person, CancellationToken cancellationToken)
    {
        var ids = await ContactsOf(person).Select(c => c.Id).ToListAsync(cancellationToken);
        return ids.ConvertAll(id => id.ToString("N"));
    }

    private IQueryable<Reminder> RemindersOf(PersonKey person, List<string> keys)
    {
        var email = person.Email.ToLowerInvariant();
        return db.Reminders.Where(r => r.Address!.ToLower() == email || keys.Contains(r.RecipientKey));
    }

    private IQueryable<Label> LabelsOf(PersonKey person)
    {
        var (id, email) = (person.AccountId, person.Email.ToLowerInvariant());
        var grant = LabelAct.Grant.Path;
        return db.Labels.Where(l =>
            l.AssessorEmail!.ToLower() == email
            || db.Proposals.Any(p => p.LabelId == l.Id && p.ActPath == grant && id != null && p.ProposedById == id)
        );
    }

    private IQueryable<Proposal> ProposalsOf(PersonKey person)
    {
        var (id, email) = (person.AccountId, person.Email.ToLowerInvariant());
        return db.Proposals.Where(p =>
            p.ProposedByEmail!.ToLower() == email || (id != null && (p.ProposedById == id || p.DecidedById == id))
        );
    }

    private IQueryable<LabelEvent> ActsOf(PersonKey person) =>
        db.LabelEvents.Where(e => person.AccountId != null && e.ById == person.AccountId);

    private IQueryable<ReminderRules> RulesOf(PersonKey person) =>
        db.ReminderRules.Where(r => person.AccountId != null && r.PublishedById == person.AccountId);

    private IQueryable<ConflictOfInterest> ConflictsOf(PersonKey person) =>
        db.ConflictsOfInterest.Where(c => person.AccountId != null && c.AccountId == person.AccountId);

    private static PersonalRecord Record(string kind, params (string Label, string? Value)[] facts) =>
        new(kind, [.. facts.Select(f => new PersonalFact(f.Label, f.Value))]);
}
