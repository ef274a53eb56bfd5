using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>A file was filed, or taken back: its people and ÉcoNum read it in their mail.</summary>
[AuditedAs("Courriels de dépôt écrits")]
internal static class SendFilingMails
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelApplicationMoved>
    {
        public async Task Handle(LabelApplicationMoved notification, CancellationToken cancellationToken)
        {
            var isFiling = notification.Move == ApplicationMove.Submit.Path;
            if (!isFiling && notification.Move != ApplicationMove.Withdraw.Path)
            {
                return;
            }

            var content = await FileContent.LoadAsync(db, notification.ApplicationId, cancellationToken);
            var file = content.File;
            var epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == file.EpnId, cancellationToken);
            var occasion = $"dossier.{notification.Move}.{notification.EventId:N}";
            if (isFiling)
            {
                var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
                await post.ToEpnAsync(epn, occasion, file.Id, Received(content, epn, rules), cancellationToken);
                await post.ToAdministrationAsync(occasion, file.Id, ToAssess(content, epn), cancellationToken);
                return;
            }

            var line = await db
                .ApplicationEvents.AsNoTracking()
                .SingleAsync(e => e.Id == notification.EventId, cancellationToken);
            await post.ToEpnAsync(epn, occasion, file.Id, Withdrawn(file, epn, line), cancellationToken);
            await post.ToAssessorAsync(file, occasion, Withdrawn(file, epn, line), cancellationToken);
        }
    }

    internal static FileMail Received(FileContent content, Epn epn, ProcedureRules rules) =>
        new()
        {
            Subject = $"Votre demande de label « Case numérique » n° {content.File.Number} est bien reçue",
            Paragraphs =
            [
                $"La demande de {epn.Name} a été déposée le {FrenchText.Instant(content.File.SubmittedAt!.Value)} "
                    + $"(heure de Nouméa), par {content.File.SubmittedBy}. Elle porte le numéro {content.File.Number}.",
                "Le récépissé dit ce qui a été déposé, pièce par pièce. Il n’est pas un accord.",
            ],
            StepsTitle = "La suite",
            Steps =
            [
                "Une personne d’ÉcoNum vérifie que le dossier est complet, et vous écrit s’il manque quelque chose.",
                $"Elle l’instruit : l’avis est attendu {rules.AssessmentWorkingDays} jours ouvrables après que le dossier est complet.",
                "La décision vous est envoyée par courriel.",
            ],
            ActionText = "Voir le récépissé",
            ActionPath = $"/gestion/labellisation/demandes/{content.File.Id}/recepisse",
            Reference = $"Dossier {content.File.Number}",
        };

    internal static FileMail ToAssess(FileContent content, Epn epn)
    {
        var answered = content.AnswerOf.Values.Count(a => a.IsAnswered);
        var kind = content.File.Kind is ApplicationKind.Renewal ? "un renouvellement" : "une première demande";
        return new()
        {
            Subject = $"Nouveau dossier à instruire : {epn.Name} ({epn.Commune})",
            Paragraphs =
            [
                $"{epn.Name} a déposé {kind} le {FrenchText.Instant(content.File.SubmittedAt!.Value)} (heure de Nouméa). "
                    + $"Le dossier porte le numéro {content.File.Number}.",
                $"Contexte : {ApplicationTags.Of(content.File.Context)}. "
                    + $"{FrenchText.Count(answered, "critère répondu", "critères répondus")} sur {content.Set.Criteria.Count()}, "
                    + $"{FrenchText.Count(content.ProofsOf.SelectMany(p => p).DistinctBy(p => p.Id).Count(), "pièce")}.",
            ],
            ActionText = "Ouvrir le dossier",
            ActionPath = $"/gestion/labellisation/demandes/{content.File.Id}",
            Reference = $"Dossier {content.File.Number}",
        };
    }

    internal static FileMail Withdrawn(LabelApplication file, Epn epn, ApplicationEvent line) =>
        new()
        {
            Subject = $"La demande {file.Number} est retirée",
            Paragraphs =
            [
                $"La demande de label de {epn.Name} a été retirée le {FrenchText.Instant(line.At)} (heure de Nouméa), par {line.By}.",
                $"Motif : {line.Reason}",
                "Le dossier n’est plus instruit. Une autre demande peut être déposée.",
            ],
            ActionText = "Ouvrir le dossier",
            ActionPath = $"/gestion/labellisation/demandes/{file.Id}",
            Reference = $"Dossier {file.Number}",
        };
}
