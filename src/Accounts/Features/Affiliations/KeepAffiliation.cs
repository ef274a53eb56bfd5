using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Network;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Affiliations;

/// <summary>Keeps the accounts' copy of affiliations; a person who has no account yet is invited.</summary>
[AuditedAs("Affiliation reprise")]
internal static class KeepAffiliation
{
    public sealed class Handler(AccountsDbContext db, ILookupNormalizer normalizer, TimeProvider clock)
        : INotificationHandler<AffiliationChanged>
    {
        public async Task Handle(AffiliationChanged notification, CancellationToken cancellationToken)
        {
            var kept = await db.Affiliations.SingleOrDefaultAsync(
                a => a.Id == notification.AffiliationId,
                cancellationToken
            );
            if (kept is null)
            {
                var account = await AccountOfAsync(notification, cancellationToken);
                db.Affiliations.Add(
                    new Affiliation
                    {
                        Id = notification.AffiliationId,
                        AccountId = account.Id,
                        EpnId = notification.EpnId,
                        EpnName = notification.EpnName,
                        Role = notification.Role,
                        CanEdit = notification.CanEdit,
                        StartsOn = notification.StartsOn,
                        EndsOn = notification.EndsOn,
                        Revision = notification.Revision,
                    }
                );
                var others = await db
                    .Affiliations.Where(a => a.AccountId == account.Id)
                    .Select(a => a.Id)
                    .ToListAsync(cancellationToken);
                db.AnnounceChange(account, [.. others, notification.AffiliationId]);
            }
            else if (notification.Revision > kept.Revision)
            {
                kept.EpnName = notification.EpnName;
                kept.Role = notification.Role;
                kept.CanEdit = notification.CanEdit;
                kept.StartsOn = notification.StartsOn;
                kept.EndsOn = notification.EndsOn;
                kept.Revision = notification.Revision;
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        private async Task<Account> AccountOfAsync(AffiliationChanged notification, CancellationToken cancellationToken)
        {
            var email = normalizer.NormalizeEmail(notification.PersonEmail);
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedEmail == email, cancellationToken);
            if (account is null)
            {
                account = Account.Invited(notification.PersonName, notification.PersonEmail, normalizer, clock.UtcNow);
                db.Accounts.Add(account);
                db.Invite(account, clock.UtcNow, by: null);
            }

            return account;
        }
    }
}
