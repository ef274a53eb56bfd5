using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>The assessor learns that the file came back, and what has changed in it.</summary>
internal static class TellCompleted
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelApplicationMoved>
    {
        public async Task Handle(LabelApplicationMoved notification, CancellationToken cancellationToken)
        {
            if (notification.Move != ApplicationMove.Complete.Path)
            {
                return;
            }

            var (file, epn) = await db.WithEpnAsync(notification.ApplicationId, cancellationToken);
            var request = await db
                .Completions.AsNoTracking()
                .Where(r => r.ApplicationId == file.Id && r.AnsweredAt != null)
                .OrderByDescending(r => r.Number)
                .FirstAsync(cancellationToken);
            var set = await db
                .CriteriaSets.AsNoTracking()
                .Whole()
                .SingleAsync(s => s.Id == file.CriteriaSetId, cancellationToken);
            var changes = await db.ChangesAsync(file, request, set.Criteria, cancellationToken);
            var facts = await db.FactChangesAsync(request, cancellationToken);
            await post.ToAssessorAsync(
                file,
                $"complements-recus.{notification.EventId:N}",
                new FileMail
                {
                    Subject = $"Compléments reçus : dossier {file.Number}",
                    Paragraphs =
                    [
                        $"{epn.Name}, {epn.Commune}, a répondu à votre demande du {FrenchText.Instant(request.AskedAt)} (heure de Nouméa).",
                        changes.Count == 0
                            ? "Aucune note, aucun commentaire et aucune pièce n’a changé."
                            : $"{FrenchText.Count(changes.Count, "critère a changé", "critères ont changé")}.",
                    ],
                    StepsTitle = "Ce qui a changé",
                    Steps =
                    [
                        .. facts.Select(f => $"{f.Fact} : renseignement modifié."),
                        .. changes.Select(c => FrenchText.Typeset(c.InWords)),
                    ],
                    ActionText = "Voir les réponses",
                    ActionPath = $"/gestion/labellisation/demandes/{file.Id}/complements/{request.Number}",
                    Reference = $"Dossier {file.Number}",
                },
                cancellationToken
            );
        }
    }
}
