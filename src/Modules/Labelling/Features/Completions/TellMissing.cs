using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>The EPN receives the list of what is missing, with the day.</summary>
internal static class TellMissing
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelApplicationMoved>
    {
        public async Task Handle(LabelApplicationMoved notification, CancellationToken cancellationToken)
        {
            if (notification.Move != ApplicationMove.AskToComplete.Path)
            {
                return;
            }

            var (file, epn) = await db.WithEpnAsync(notification.ApplicationId, cancellationToken);
            if (await db.OpenCompletionAsync(file.Id, cancellationToken) is not { } request)
            {
                // It was sent while this mail waited.
                return;
            }

            var codes = await db.Criteria.AsNoTracking().ToDictionaryAsync(k => k.Id, k => k.Code, cancellationToken);
            var due = file.CompletionDueOn!.Value;
            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
            await post.ToEpnAsync(
                epn,
                $"complements.{notification.EventId:N}",
                file.Id,
                new FileMail
                {
                    Subject =
                        $"Votre dossier {file.Number} est incomplet : merci de le compléter avant le {FrenchText.Date(due.AddDays(1))}",
                    Paragraphs =
                    [
                        $"Il manque {FrenchText.Count(request.Items.Count, "élément")} au dossier de {epn.Name}. Vous avez jusqu’au {FrenchText.DateInFull(due)} inclus (heure de Nouméa).",
                        "Le délai d’instruction ne court pas pendant ce temps. Vous pouvez demander une fois plus de temps.",
                    ],
                    StepsTitle = "Ce qui manque",
                    Steps =
                    [
                        .. request
                            .Items.OrderBy(i => i.Position)
                            .Select(i => i.CriterionId is { } id ? $"{codes[id]} : {i.What}" : i.What),
                    ],
                    Consequence =
                        $"Sans réponse {rules.LapseDays} jours après cette date, le dossier est classé sans suite. L’administration peut le rouvrir.",
                    ActionText = "Compléter le dossier",
                    ActionPath = $"/gestion/labellisation/demandes/{file.Id}/complements",
                    Reference = $"Dossier {file.Number}",
                },
                cancellationToken,
                withFacilitators: true
            );
        }
    }
}
