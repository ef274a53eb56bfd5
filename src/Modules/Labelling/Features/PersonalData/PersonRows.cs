using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Labels;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

// Addresses are compared without case in SQL, where .NET’s own comparisons do not translate.
#pragma warning disable CA1304, CA1311, CA1862

namespace CaseNumerique.Labelling.Features.PersonalData;

/// <summary>The rows that are about a person.</summary>
internal static class PersonRows
{
    extension(LabellingDbContext db)
    {
        public IQueryable<EpnContact> ContactsOf(PersonKey person)
        {
            var email = person.Email.ToLowerInvariant();
            return db.Contacts.Where(c => c.Email!.ToLower() == email);
        }

        /// <summary>What the person's reminders are kept under, whatever address they went to.</summary>
        public async Task<List<string>> KeysOfAsync(PersonKey person, CancellationToken cancellationToken)
        {
            var ids = await db.ContactsOf(person).Select(c => c.Id).ToListAsync(cancellationToken);
            return ids.ConvertAll(id => id.ToString("N"));
        }

        public IQueryable<Reminder> RemindersOf(PersonKey person, List<string> keys)
        {
            var email = person.Email.ToLowerInvariant();
            return db.Reminders.Where(r => r.Address!.ToLower() == email || keys.Contains(r.RecipientKey));
        }

        public IQueryable<Label> LabelsOf(PersonKey person)
        {
            var (id, email) = (person.AccountId, person.Email.ToLowerInvariant());
            var grant = LabelAct.Grant.Path;
            return db.Labels.Where(l =>
                l.AssessorEmail!.ToLower() == email
                || db.Proposals.Any(p => p.LabelId == l.Id && p.ActPath == grant && id != null && p.ProposedById == id)
            );
        }

        public IQueryable<Proposal> ProposalsOf(PersonKey person)
        {
            var (id, email) = (person.AccountId, person.Email.ToLowerInvariant());
            return db.Proposals.Where(p =>
                p.ProposedByEmail!.ToLower() == email || (id != null && (p.ProposedById == id || p.DecidedById == id))
            );
        }

        public IQueryable<LabelEvent> ActsOf(PersonKey person) =>
            db.LabelEvents.Where(e => person.AccountId != null && e.ById == person.AccountId);

        public IQueryable<ReminderRules> RulesOf(PersonKey person) =>
            db.ReminderRules.Where(r => person.AccountId != null && r.PublishedById == person.AccountId);

        public IQueryable<ConflictOfInterest> ConflictsOf(PersonKey person) =>
            db.ConflictsOfInterest.Where(c => person.AccountId != null && c.AccountId == person.AccountId);
    }
}
