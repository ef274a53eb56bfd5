using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>The EPN learns that its file is complete, and by when an opinion is promised.</summary>
internal static class TellAdmitted
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelApplicationMoved>
    {
        public async Task Handle(LabelApplicationMoved notification, CancellationToken cancellationToken)
        {
            if (notification.Move != ApplicationMove.Admit.Path)
            {
                return;
            }

            var (file, epn) = await db.WithEpnAsync(notification.ApplicationId, cancellationToken);
            var due = file.OpinionDueOn is { } day ? FrenchText.DateInFull(day) : "la date indiquée dans le dossier";
            await post.ToEpnAsync(
                epn,
                $"recevabilite.{notification.EventId:N}",
                file.Id,
                new FileMail
                {
                    Subject = $"Votre dossier {file.Number} est complet et entre en instruction",
                    Paragraphs =
                    [
                        $"Le dossier de {epn.Name} est complet. ÉcoNum l’examine et rend son avis avant le {due} (heure de Nouméa).",
                        "Une visite de votre espace peut être proposée. Vous n’avez rien à faire d’ici là.",
                    ],
                    ActionText = "Suivre le dossier",
                    ActionPath = $"/gestion/labellisation/demandes/{file.Id}",
                    Reference = $"Dossier {file.Number}",
                },
                cancellationToken
            );
        }
    }
}
