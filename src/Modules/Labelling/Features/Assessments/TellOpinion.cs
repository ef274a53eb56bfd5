using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.Labelling.Features.Mails;
using MediatR;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>The administration learns that a file waits for a decision; the EPN does not hear of the opinion.</summary>
internal static class TellOpinion
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelApplicationMoved>
    {
        public async Task Handle(LabelApplicationMoved notification, CancellationToken cancellationToken)
        {
            if (notification.Move != ApplicationMove.GiveOpinion.Path)
            {
                return;
            }

            var (file, epn) = await db.WithEpnAsync(notification.ApplicationId, cancellationToken);
            var card = (await db.SheetAsync(file, cancellationToken)).Scorecard;
            await post.ToAdministrationAsync(
                $"avis.{notification.EventId:N}",
                file.Id,
                new FileMail
                {
                    Subject = $"Avis d’instruction rendu : {epn.Name}",
                    Paragraphs =
                    [
                        $"{file.OpinionBy} a rendu son avis sur le dossier de {epn.Name}, {epn.Commune}. Le dossier attend une décision.",
                        $"Avis : {ApplicationTags.Of(file.Opinion!.Value)}. Points : {card.OverallPercent} sur 100.",
                    ],
                    ActionText = "Ouvrir le dossier",
                    ActionPath = $"/gestion/labellisation/demandes/{file.Id}",
                    Reference = $"Dossier {file.Number}",
                },
                cancellationToken
            );
        }
    }
}
