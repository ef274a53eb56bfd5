using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.Contracts.Accounts;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Accounts.Features.Mails;

/// <summary>Writes the mail that carries a link, and hands it over for delivery.</summary>
[AuditedAs("Lien de compte écrit")]
internal static class SendAccountLink
{
    public const string Kind = "accounts.lien";

    public sealed class Handler(
        AccountsDbContext db,
        SecretLink links,
        IMailer mailer,
        MailTemplate template,
        IOptions<PortalOptions> portal,
        TimeProvider clock
    ) : INotificationHandler<AccountLinkIssued>
    {
        public async Task Handle(AccountLinkIssued notification, CancellationToken cancellationToken)
        {
            var link = await db
                .Links.AsNoTracking()
                .SingleOrDefaultAsync(l => l.Id == notification.LinkId, cancellationToken);
            if (link is null || !link.IsGood(clock.UtcNow))
            {
                return;
            }

            var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == link.AccountId, cancellationToken);
            var mail = Words(link, account, portal.Value) with
            {
                ActionUrl = portal.Value.Absolute(links.PathOf(link)),
            };
            await mailer.QueueAsync(
                await mail.ComposeAsync(
                    template,
                    new OutgoingMail(KeyOf(link.Id), Kind, account.Id, account.DisplayName, link.Email, "", "", "")
                    {
                        IsSecret = true,
                    }
                ),
                cancellationToken
            );
        }
    }

    /// <summary>A link that is used, replaced or out of date is of no use to anybody.</summary>
    public sealed class Check(AccountsDbContext db, TimeProvider clock) : IMailCheck
    {
        public string Kind => SendAccountLink.Kind;

        public async Task<string?> ReasonNotToSendAsync(string key, CancellationToken cancellationToken)
        {
            var id = Guid.Parse(key.Split('.')[^1]);
            var link = await db.Links.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken);
            return link?.IsGood(clock.UtcNow) is true ? null : "Le lien n’est plus valable";
        }
    }

    private static string KeyOf(Guid linkId) => $"compte.lien.{linkId}";

    private static AccountMail Words(AccountLink link, Account account, PortalOptions portal)
    {
        const string ignore =
            "Si vous n’avez rien demandé, laissez ce courriel de côté : rien ne change tant que le lien n’est pas suivi.";
        return link.Purpose switch
        {
            LinkPurpose.Activation => Mail(
                "Activez votre compte Case numérique",
                "Activer mon compte",
                "Si vous n’attendiez pas cette invitation, laissez ce courriel de côté.",
                $"{link.CreatedBy ?? $"L’équipe {portal.Authority}"} vous invite sur la plateforme du réseau Case numérique.",
                "Le lien ci-dessous vous fait choisir votre mot de passe. Il sert une seule fois, pendant 72 heures."
            ),
            LinkPurpose.PasswordReset => Mail(
                "Réinitialisation de votre mot de passe",
                "Choisir un nouveau mot de passe",
                ignore,
                "Vous avez demandé un nouveau mot de passe. Le lien ci-dessous sert une seule fois, pendant une heure."
            ),
            LinkPurpose.EmailChangeOld => Mail(
                "Confirmez votre changement d’adresse",
                "Confirmer le changement",
                "Si ce n’est pas vous, ne suivez pas le lien, et changez votre mot de passe : quelqu’un d’autre le connaît.",
                "Vous avez demandé à changer l’adresse de votre compte. Un autre lien part vers la nouvelle adresse.",
                "Le changement se fait quand les deux liens ont été suivis, dans les 24 heures."
            ),
            _ => Mail(
                "Confirmez votre nouvelle adresse",
                "Confirmer cette adresse",
                ignore,
                "Cette adresse doit devenir celle de votre compte Case numérique. Un autre lien part vers l’ancienne adresse.",
                "Le changement se fait quand les deux liens ont été suivis, dans les 24 heures."
            ),
        };

        AccountMail Mail(string subject, string action, string otherwise, params string[] paragraphs) =>
            new()
            {
                Subject = subject,
                Name = account.DisplayName,
                Paragraphs = paragraphs,
                ActionText = action,
                Otherwise = otherwise,
                Portal = portal,
            };
    }
}
