using CaseNumerique.Contracts.Accounts;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Staff;

/// <summary>Keeps who may be given a file, or a seat in a session.</summary>
internal static class KeepStaffCopy
{
    public sealed class Handler(LabellingDbContext db) : INotificationHandler<StaffChanged>
    {
        public async Task Handle(StaffChanged notification, CancellationToken cancellationToken)
        {
            var member = await db.Staff.SingleOrDefaultAsync(s => s.Id == notification.AccountId, cancellationToken);
            if (member?.Revision >= notification.Revision)
            {
                return;
            }

            if (member is null)
            {
                if (notification.Roles.Count == 0)
                {
                    return;
                }

                member = new StaffMember
                {
                    Id = notification.AccountId,
                    Name = notification.Name,
                    Email = notification.Email,
                };
                db.Staff.Add(member);
            }

            member.Name = notification.Name;
            member.Email = notification.Email;
            member.IsAdministrator = notification.Roles.Contains(Roles.Administrator);
            member.IsAgent = notification.Roles.Contains(Roles.Agent);
            member.IsCommittee = notification.Roles.Contains(Roles.Committee);
            member.IsOpen = notification.IsOpen;
            member.Revision = notification.Revision;
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
