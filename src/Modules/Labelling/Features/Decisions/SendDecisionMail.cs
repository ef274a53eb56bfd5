using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>Tells the people of the EPN what was decided.</summary>
[AuditedAs("Courriel de décision écrit")]
internal static class SendDecisionMail
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelApplicationMoved>
    {
        private static readonly string[] _decisions =
        [
            .. (
                (ApplicationMove[])
                    [
                        ApplicationMove.Grant,
                        ApplicationMove.GrantWithConditions,
                        ApplicationMove.Defer,
                        ApplicationMove.Refuse,
                    ]
            ).Select(m => m.Path),
        ];

        public async Task Handle(LabelApplicationMoved notification, CancellationToken cancellationToken)
        {
            if (!_decisions.Contains(notification.Move))
            {
                return;
            }

            var line = await db
                .ApplicationEvents.AsNoTracking()
                .SingleAsync(e => e.Id == notification.EventId, cancellationToken);
            var file = await db
                .Applications.AsNoTracking()
                .SingleAsync(a => a.Id == notification.ApplicationId, cancellationToken);
            var epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == file.EpnId, cancellationToken);
            var label = await db
                .Labels.AsNoTracking()
                .SingleOrDefaultAsync(l => l.Id == file.GrantedLabelId, cancellationToken);
            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
            var mail =
                line.Move == ApplicationMove.Grant.Path ? DecisionMails.Granted(file, epn, label!, rules)
                : line.Move == ApplicationMove.GrantWithConditions.Path
                    ? DecisionMails.GrantedWithConditions(
                        file,
                        epn,
                        label!,
                        await ConditionsOfAsync(file, cancellationToken)
                    )
                : line.Move == ApplicationMove.Defer.Path ? DecisionMails.Deferred(file, epn, line)
                : DecisionMails.Refused(file, epn);
            // A grant is good news for the whole team; the rest is for those who answer for the file.
            await post.ToEpnAsync(
                epn,
                $"decision.{line.Id:N}",
                file.Id,
                mail,
                cancellationToken,
                withFacilitators: line.Move == ApplicationMove.Grant.Path
            );
        }

        private async Task<IReadOnlyList<string>> ConditionsOfAsync(LabelApplication file, CancellationToken ct)
        {
            var rows = await db
                .Conditions.AsNoTracking()
                .Where(c => c.ApplicationId == file.Id)
                .Join(db.Criteria, c => c.CriterionId, k => k.Id, (c, k) => new { Condition = c, k.Code })
                .OrderBy(x => x.Condition.DueOn)
                .ThenBy(x => x.Code)
                .ToListAsync(ct);
            return
            [
                .. rows.Select(x =>
                    $"{x.Code}, jusqu’au {FrenchText.Date(x.Condition.DueOn)} inclus\u00A0: {x.Condition.What} "
                    + $"Preuve attendue\u00A0: {x.Condition.ExpectedProof}."
                ),
            ];
        }
    }
}
