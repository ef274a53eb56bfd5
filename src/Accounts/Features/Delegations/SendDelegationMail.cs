using CaseNumerique.Accounts.Data;
using CaseNumerique.Accounts.Features.Mails;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Accounts.Features.Delegations;

/// <summary>Tells the one who is away and the one who stands in, at the beginning and at an early end.</summary>
[AuditedAs("Courriel de remplacement écrit")]
internal static class SendDelegationMail
{
    private const string Kind = "accounts.remplacement";

    public sealed class Handler(
        AccountsDbContext db,
        IMailer mailer,
        MailTemplate template,
        IOptions<PortalOptions> portal
    ) : INotificationHandler<DelegationSet>, INotificationHandler<DelegationEnded>
    {
        public async Task Handle(DelegationSet notification, CancellationToken cancellationToken)
        {
            var (delegation, from, to) = await ReadAsync(notification.DelegationId, cancellationToken);
            var days = $"du {FrenchText.Date(delegation.StartsOn)} au {FrenchText.Date(delegation.EndsOn)} inclus";
            await SendAsync(
                from,
                $"debut.{delegation.Id}.absent",
                "Quelqu’un vous remplace sur Case numérique",
                $"{to.DisplayName} agit avec vos droits, {days}. Motif : {delegation.Reason}",
                cancellationToken
            );
            await SendAsync(
                to,
                $"debut.{delegation.Id}.remplacant",
                "Vous remplacez quelqu’un sur Case numérique",
                $"Vous agissez avec les droits de {from.DisplayName} en plus des vôtres, {days}. Motif : {delegation.Reason}",
                cancellationToken
            );
        }

        public async Task Handle(DelegationEnded notification, CancellationToken cancellationToken)
        {
            var (delegation, from, to) = await ReadAsync(notification.DelegationId, cancellationToken);
            await SendAsync(
                from,
                $"fin.{delegation.Id}.absent",
                "Votre remplacement est terminé",
                $"{to.DisplayName} n’agit plus avec vos droits.",
                cancellationToken
            );
            await SendAsync(
                to,
                $"fin.{delegation.Id}.remplacant",
                "Votre remplacement est terminé",
                $"Vous n’agissez plus avec les droits de {from.DisplayName}.",
                cancellationToken
            );
        }

        private async Task<(Delegation Delegation, Account From, Account To)> ReadAsync(
            Guid id,
            CancellationToken cancellationToken
        )
        {
            var delegation = await db.Delegations.AsNoTracking().SingleAsync(d => d.Id == id, cancellationToken);
            return (
                delegation,
                await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == delegation.FromId, cancellationToken),
                await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == delegation.ToId, cancellationToken)
            );
        }

        private async Task SendAsync(
            Account account,
            string key,
            string subject,
            string what,
            CancellationToken cancellationToken
        )
        {
            var mail = new AccountMail
            {
                Subject = subject,
                Name = account.DisplayName,
                Paragraphs = [what],
                ActionText = "Voir mes remplacements",
                ActionUrl = portal.Value.Absolute(ListOwnDelegations.Path),
                Otherwise = "Si cela vous surprend, mettez fin au remplacement sur cette page, puis prévenez-nous.",
                Portal = portal.Value,
            };
            await mailer.QueueAsync(
                await mail.ComposeAsync(
                    template,
                    new OutgoingMail(
                        $"compte.remplacement.{key}",
                        Kind,
                        account.Id,
                        account.DisplayName,
                        account.Email!,
                        "",
                        "",
                        ""
                    )
                ),
                cancellationToken
            );
        }
    }
}
