using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>The EPN learns whom to turn to, and the person who was given the file that it is theirs.</summary>
internal static class TellWhoFollows
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelApplicationMoved>
    {
        public async Task Handle(LabelApplicationMoved notification, CancellationToken cancellationToken)
        {
            if (notification.Move != ApplicationMove.TakeOver.Path && notification.Move != FileNews.Assigned.Path)
            {
                return;
            }

            var (file, epn) = await db.WithEpnAsync(notification.ApplicationId, cancellationToken);
            var occasion = $"suivi.{notification.EventId:N}";
            await post.ToEpnAsync(epn, occasion, file.Id, ToEpn(file, epn), cancellationToken);
            if (
                await db.ApplicationEvents.AnyAsync(
                    e => e.Id == notification.EventId && e.ById != file.AssessorId,
                    cancellationToken
                )
            )
            {
                await post.ToAssessorAsync(file, occasion, ToAssessor(file, epn), cancellationToken);
            }
        }

        private static FileMail ToEpn(LabelApplication file, Epn epn) =>
            new()
            {
                Subject = $"Votre dossier {file.Number} est suivi par {file.AssessorName}",
                Paragraphs =
                [
                    $"{file.AssessorName}, d’ÉcoNum, suit désormais la demande de label de {epn.Name}.",
                    "La première étape est de vérifier que rien ne manque. S’il manque une pièce, vous recevez une liste précise et un délai.",
                ],
                ActionText = "Ouvrir le dossier",
                ActionPath = $"/gestion/labellisation/demandes/{file.Id}",
                Reference = $"Dossier {file.Number}",
            };

        private static FileMail ToAssessor(LabelApplication file, Epn epn) =>
            new()
            {
                Subject = $"Vous suivez le dossier {file.Number} : {epn.Name}",
                Paragraphs =
                [
                    $"Le dossier de {epn.Name}, {epn.Commune}, est entre vos mains.",
                    "Vérifiez d’abord qu’il est complet.",
                ],
                ActionText = "Ouvrir le dossier",
                ActionPath = $"/gestion/labellisation/demandes/{file.Id}",
                Reference = $"Dossier {file.Number}",
            };
    }
}
