using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Conditions;

/// <summary>Tells the EPN that a condition is lifted (E18) or wants another proof, and the assessor that a proof has come.</summary>
[AuditedAs("Courriel de réserve écrit")]
internal static class SendConditionMail
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelConditionChanged>
    {
        public async Task Handle(LabelConditionChanged notification, CancellationToken cancellationToken)
        {
            var row = await db
                .Conditions.Where(c => c.Id == notification.ConditionId)
                .ToRows(db)
                .SingleAsync(cancellationToken);
            var occasion = $"condition.{row.Condition.Id:N}.{notification.Revision}";
            if (notification.Change == Condition.Answered)
            {
                if (row.Condition.AnsweredAt is not { } answeredAt)
                {
                    return;
                }

                var file = await db
                    .Applications.AsNoTracking()
                    .SingleAsync(a => a.Id == row.Condition.ApplicationId, cancellationToken);
                await post.ToAssessorAsync(file, occasion, AnsweredMail(row, answeredAt), cancellationToken);
                return;
            }

            var epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == row.EpnId, cancellationToken);
            var left = await db.Conditions.CountAsync(
                c => c.LabelId == row.Condition.LabelId && c.LiftedAt == null,
                cancellationToken
            );
            var mail = notification.Change == Condition.Lifted ? LiftedMail(row, left) : TurnedDownMail(row);
            await post.ToEpnAsync(epn, occasion, row.Condition.LabelId, mail, cancellationToken);
        }
    }

    private static FileMail AnsweredMail(ConditionRow row, DateTime answeredAt) =>
        Of(row) with
        {
            Subject = $"Preuve reçue pour une réserve : {row.EpnName}",
            Paragraphs =
            [
                $"{row.Condition.AnsweredBy} a répondu à la réserve {row.Code} du label {row.LabelNumber}, le {FrenchText.Instant(answeredAt)} (heure de Nouméa).",
            ],
            ActionText = "Examiner la preuve",
            ActionPath = $"/gestion/labellisation/reserves/{row.Condition.Id}/examen",
        };

    private static FileMail LiftedMail(ConditionRow row, int left) =>
        Of(row) with
        {
            Subject = $"Réserve levée : {row.Code} {row.Title}",
            Paragraphs =
            [
                $"La réserve {row.Code} du label de {row.EpnName} est levée.",
                left == 0
                    ? "Toutes les réserves sont levées : le label est accordé sans réserve."
                    : $"{FrenchText.Count(left, "réserve reste", "réserves restent")} à lever.",
            ],
        };

    private static FileMail TurnedDownMail(ConditionRow row) =>
        Of(row) with
        {
            Subject = $"Une autre preuve est demandée : {row.Code}",
            Paragraphs =
            [
                $"La réserve {row.Code} du label de {row.EpnName} court toujours, jusqu’au {FrenchText.DateInFull(row.Condition.DueOn)} inclus.",
                row.Condition.Remark ?? "",
            ],
            ActionText = "Répondre",
        };

    private static FileMail Of(ConditionRow row) =>
        new()
        {
            Subject = "",
            Paragraphs = [],
            ActionText = "Voir les réserves",
            ActionPath = $"/gestion/labellisation/labels/{row.LabelNumber}/reserves",
            Reference = $"Label {row.LabelNumber}",
        };
}
