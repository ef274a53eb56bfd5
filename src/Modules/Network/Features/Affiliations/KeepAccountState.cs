using CaseNumerique.Contracts.Accounts;
using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Affiliations;

/// <summary>Keeps who answers for each affiliation; a person who changes their address is written to at the new one.</summary>
[AuditedAs("Compte recopié sur les accès d’un espace")]
internal static class KeepAccountState
{
    private const string Closed = "ferme";

    public sealed class Handler(NetworkDbContext db, TimeProvider clock) : INotificationHandler<AccountChanged>
    {
        public async Task Handle(AccountChanged notification, CancellationToken cancellationToken)
        {
            var affiliations = await db
                .Affiliations.Include(a => a.Epn)
                    .ThenInclude(e => e.Contacts)
                .Where(a => notification.AffiliationIds.Contains(a.Id) && a.Email != null)
                .ToListAsync(cancellationToken);
            var email = notification.Email.ToLowerInvariant();
            // A closed account moves nobody: whoever has lost it is still reached where they were.
            List<Affiliation> moving = notification.State == Closed ? [] : affiliations;
            foreach (var epn in moving.GroupBy(a => a.Epn, a => a.Email))
            {
                var moved = epn
                    .Key.Contacts.Where(c =>
                        c.Email?.ToLowerInvariant() is { } old && old != email && epn.Contains(old)
                    )
                    .ToList();
                moved.ForEach(c => c.Email = notification.Email);
                if (moved.Count > 0)
                {
                    epn.Key.Change(clock.Today);
                    db.Announce(epn.Key.ToContactsChanged(), epn.Key.Id);
                }
            }

            foreach (var affiliation in affiliations)
            {
                affiliation.AccountId = notification.AccountId;
                affiliation.AccountState = notification.State;
                affiliation.PersonName = notification.Name;
                affiliation.Email = email;
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
