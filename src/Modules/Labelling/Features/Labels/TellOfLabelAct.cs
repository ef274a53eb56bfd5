using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>Tells an EPN that its label is suspended, reinstated or withdrawn, with the reasons and what it may do about it.</summary>
internal static class TellOfLabelAct
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelActDecided>
    {
        public async Task Handle(LabelActDecided notification, CancellationToken cancellationToken)
        {
            var label = await db
                .Labels.AsNoTracking()
                .SingleAsync(l => l.Id == notification.LabelId, cancellationToken);
            var epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == notification.EpnId, cancellationToken);
            var proposal = await db
                .Proposals.AsNoTracking()
                .SingleAsync(p => p.Id == notification.ProposalId, cancellationToken);
            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
            await post.ToEpnAsync(
                epn,
                $"label.{notification.Act}.{notification.ProposalId:N}",
                label.Id,
                Compose(notification.Act, label, epn, proposal, rules),
                cancellationToken,
                withFacilitators: true
            );
        }
    }

    private static FileMail Compose(string act, Label label, Epn epn, Proposal proposal, ProcedureRules rules)
    {
        var day = NoumeaTime.DayOf(proposal.DecidedAt!.Value);
        var on = $"Le {FrenchText.DateInFull(day)},";
        var reasons = $"Motifs : {proposal.Reason}";
        var mail = new FileMail
        {
            Subject = "",
            Paragraphs = [],
            ActionText = "Ouvrir mon label",
            ActionPath = "/gestion/labellisation/mes-labels",
            Reference = $"Label {label.Number}",
        };
        return act switch
        {
            "suspension" => mail with
            {
                Subject = $"Suspension du label de {epn.Name}",
                Paragraphs =
                [
                    $"{on} le label {label.Number} de {epn.Name} a été suspendu, pour {rules.SuspensionMonths} mois au plus. Sa fin de validité ne bouge pas.",
                    reasons,
                    rules.AppealText,
                ],
                StepsTitle = "Ce qu’il faut faire",
                Steps =
                [
                    "Couvrir ou retirer la plaque jusqu’à la levée.",
                    "Corriger ce qui est dit plus haut.",
                    "Nous en envoyer la preuve : la suspension est alors levée.",
                ],
                Consequence = "Sans remède à la fin de la suspension, le label peut être retiré.",
            },
            "levee" => mail with
            {
                Subject = $"Levée de la suspension du label de {epn.Name}",
                Paragraphs =
                [
                    $"{on} la suspension du label {label.Number} de {epn.Name} a été levée. Vous pouvez de nouveau afficher la plaque et le badge, jusqu’au {FrenchText.Date(label.ExpiresOn)} inclus.",
                    reasons,
                ],
            },
            "retrait" => mail with
            {
                Subject = $"Retrait du label de {epn.Name}",
                Paragraphs = [$"{on} le label {label.Number} de {epn.Name} a été retiré.", reasons, rules.AppealText],
                StepsTitle = "Ce qu’il faut faire",
                Steps =
                [
                    $"Retirer la plaque et le logo avant le {FrenchText.Date(day.AddDays(30))}.",
                    "Retirer le badge de votre site.",
                ],
                Consequence =
                    $"Une nouvelle demande peut être déposée à partir du {FrenchText.Date(day.AddMonths(rules.ReapplyMonths))}.",
            },
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }
}
