using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.PersonalData;

/// <summary>What labelling knows of a person: as one to remind, as one who proposed, decided or declared a stake.</summary>
internal sealed class LabellingPersonalData(LabellingDbContext db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken)
    {
        var contacts = await db.ContactsOf(person)
            .Join(db.Epns, c => c.EpnId, e => e.Id, (c, e) => new { Contact = c, e.Name })
            .ToListAsync(cancellationToken);
        var reminders = await db.RemindersOf(person, await db.KeysOfAsync(person, cancellationToken))
            .AsNoTracking()
            .Join(db.Labels, r => r.LabelId, l => l.Id, (r, l) => new { Reminder = r, l.Number })
            .OrderBy(x => x.Reminder.TakenOn)
            .ToListAsync(cancellationToken);
        var followed = await db.LabelsOf(person).OrderBy(l => l.Sequence).ToListAsync(cancellationToken);
        var acts = await db.ActsOf(person)
            .Join(db.Labels, e => e.LabelId, l => l.Id, (e, l) => new { Act = e, l.Number })
            .OrderBy(x => x.Act.Id)
            .ToListAsync(cancellationToken);
        var proposals = await db.ProposalsOf(person)
            .AsNoTracking()
            .Join(db.Epns, p => p.EpnId, e => e.Id, (p, e) => new { Proposal = p, e.Name })
            .OrderBy(x => x.Proposal.ProposedAt)
            .ToListAsync(cancellationToken);
        var conflicts = await db.ConflictsOf(person)
            .AsNoTracking()
            .Join(db.Epns, c => c.EpnId, e => e.Id, (c, e) => new { Conflict = c, e.Name })
            .OrderBy(x => x.Conflict.DeclaredAt)
            .ToListAsync(cancellationToken);
        var rules = await db.RulesOf(person).OrderBy(r => r.Number).ToListAsync(cancellationToken);
        return
        [
            .. contacts.Select(x => new PersonalRecord(
                "Personne à rappeler",
                [
                    new("Espace", x.Name),
                    new("Nom", x.Contact.Name) { IsIdentity = true },
                    new("Courriel", x.Contact.Email) { IsIdentity = true },
                    // Network tells whether it is the person's alone.
                    PersonalFact.Phone("Téléphone", x.Contact.Phone, isIdentity: false),
                ]
            )),
            .. reminders.Select(x => new PersonalRecord(
                "Rappel",
                [
                    new("Label", x.Number),
                    new("Jour", FrenchText.Date(x.Reminder.DueOn)),
                    new("Nom", x.Reminder.RecipientName)
                    {
                        // The others may be written to under the name of the authority.
                        IsIdentity = x.Reminder.RecipientKey is not (Recipient.Administration or Recipient.Assessor),
                    },
                    new("Courriel", x.Reminder.Address) { IsIdentity = true },
                    PersonalFact.Phone(
                        "Téléphone",
                        x.Reminder.Phone,
                        // One that the person has no longer: nobody else can tell of it.
                        isIdentity: contacts.TrueForAll(c => c.Contact.Phone != x.Reminder.Phone)
                    ),
                ]
            )),
            .. followed.Select(l => new PersonalRecord(
                "Label suivi",
                [
                    new("Label", l.Number),
                    new("Nom", l.AssessorName) { IsIdentity = true },
                    new("Courriel", l.AssessorEmail) { IsIdentity = true },
                ]
            )),
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

    public Task EraseAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken) =>
        new PersonErasure(db).RunAsync(person, pseudonym, cancellationToken);

    private static PersonalRecord Record(string kind, params (string Label, string? Value)[] facts) =>
        new(kind, [.. facts.Select(f => new PersonalFact(f.Label, f.Value))]);
}
