using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>Confirms to the EPN that its label is given up, and lets ÉcoNum know.</summary>
internal static class TellOfRenunciation
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelRenounced>
    {
        public async Task Handle(LabelRenounced notification, CancellationToken cancellationToken)
        {
            var epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == notification.EpnId, cancellationToken);
            var occasion = $"label.renonciation.{notification.LabelId:N}";
            await post.ToEpnAsync(
                epn,
                occasion,
                notification.LabelId,
                ToEpn(notification, epn),
                cancellationToken,
                withFacilitators: true
            );
            await post.ToAdministrationAsync(
                occasion,
                notification.LabelId,
                ToAdministration(notification, epn),
                cancellationToken
            );
        }
    }

    private static FileMail ToEpn(LabelRenounced notification, Epn epn) =>
        new()
        {
            Subject = $"{epn.Name} a rendu son label Case numérique",
            Paragraphs =
            [
                $"Le {FrenchText.DateInFull(notification.On)}, {epn.Name} a renoncé à son label {notification.Number}.",
                "Merci pour le chemin fait ensemble. L’espace reste dans le réseau et dans l’annuaire du portail.",
            ],
            ActionText = "Voir la page de vérification",
            ActionPath = $"/verification/{notification.Number}",
            StepsTitle = "Ce qu’il reste à faire",
            Steps =
            [
                $"Retirer la plaque et le logo avant le {FrenchText.Date(notification.On.AddDays(30))}.",
                "Retirer le badge de votre site.",
            ],
            Reference = $"Label {notification.Number}",
        };

    private static FileMail ToAdministration(LabelRenounced notification, Epn epn) =>
        new()
        {
            Subject = $"{epn.Name} ({epn.Commune}) a rendu son label",
            Paragraphs =
            [
                $"Le {FrenchText.DateInFull(notification.On)}, {epn.Name} a renoncé à son label {notification.Number}. Le motif est dans l’historique du label.",
            ],
            ActionText = "Ouvrir le label",
            ActionPath = $"/gestion/labellisation/labels/{notification.Number}",
            Reference = $"Label {notification.Number}",
        };
}
