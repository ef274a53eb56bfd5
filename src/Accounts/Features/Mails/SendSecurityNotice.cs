using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Accounts.Features.Mails;

/// <summary>Tells a person of a sign-in on a new machine, and of each change in how they sign in.</summary>
[AuditedAs("Avis de sécurité écrit")]
internal static class SendSecurityNotice
{
    private const string Kind = "accounts.securite";

    private const string Otherwise =
        "Si ce n’est pas vous, changez tout de suite votre mot de passe et fermez les autres sessions dans « Mon compte », puis prévenez-nous.";

    public sealed class Handler(
        AccountsDbContext db,
        IMailer mailer,
        MailTemplate template,
        IOptions<PortalOptions> portal
    )
        : INotificationHandler<NewDeviceSignedIn>,
            INotificationHandler<AccountSecurityChanged>,
            INotificationHandler<AccountEmailChanged>
    {
        public async Task Handle(NewDeviceSignedIn notification, CancellationToken cancellationToken)
        {
            var session = await db
                .Sessions.AsNoTracking()
                .SingleAsync(s => s.Id == notification.SessionId, cancellationToken);
            await SendAsync(
                notification.AccountId,
                $"compte.appareil.{session.Id}",
                "Nouvelle connexion à votre compte",
                $"Votre compte vient de servir sur un appareil que nous ne connaissions pas : {session.DeviceName}, {When(session.StartedAt)}.",
                cancellationToken
            );
        }

        public Task Handle(AccountSecurityChanged notification, CancellationToken cancellationToken) =>
            SendAsync(
                notification.AccountId,
                $"compte.securite.{notification.NoticeId}",
                "Votre compte a changé",
                $"{notification.What} C’était {When(notification.At)}.",
                cancellationToken
            );

        public async Task Handle(AccountEmailChanged notification, CancellationToken cancellationToken)
        {
            var left = await db
                .Links.Where(l => l.ChangeId == notification.ChangeId && l.Purpose == LinkPurpose.EmailChangeOld)
                .Select(l => l.Email)
                .SingleAsync(cancellationToken);
            await SendAsync(
                notification.AccountId,
                $"compte.adresse.{notification.ChangeId}",
                "L’adresse de votre compte a changé",
                $"Votre compte Case numérique a maintenant une autre adresse ; celle-ci ne vous connecte plus. C’était {When(notification.At)}.",
                cancellationToken,
                left
            );
        }

        /// <param name="to">Where it goes, when that is not the account's address.</param>
        private async Task SendAsync(
            Guid accountId,
            string key,
            string subject,
            string what,
            CancellationToken cancellationToken,
            string? to = null
        )
        {
            var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancellationToken);
            var mail = new AccountMail
            {
                Subject = subject,
                Name = account.DisplayName,
                Paragraphs = [what],
                ActionText = "Ouvrir mon compte",
                ActionUrl = portal.Value.Absolute("/mon-compte"),
                Otherwise = Otherwise,
                Portal = portal.Value,
            };
            await mailer.QueueAsync(
                await mail.ComposeAsync(
                    template,
                    new OutgoingMail(key, Kind, account.Id, account.DisplayName, to ?? account.Email!, "", "", "")
                ),
                cancellationToken
            );
        }

        private static string When(DateTime at)
        {
            var local = NoumeaTime.ToNoumea(at);
            return $"le {FrenchText.DateInFull(DateOnly.FromDateTime(local))} à {local.Hour} h {local:mm} (heure de Nouméa)";
        }
    }
}
