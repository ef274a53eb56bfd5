using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.FormalNotices;

/// <summary>Carries a formal notice to the EPN, its answer to ÉcoNum, and the news that all is put right back to the EPN.</summary>
internal static class TellOfFormalNotice
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<FormalNoticeMoved>
    {
        public async Task Handle(FormalNoticeMoved notification, CancellationToken cancellationToken)
        {
            var notice = await db
                .FormalNotices.AsNoTracking()
                .SingleAsync(n => n.Id == notification.NoticeId, cancellationToken);
            var label = await db.Labels.AsNoTracking().SingleAsync(l => l.Id == notice.LabelId, cancellationToken);
            var epn = await db.Epns.AsNoTracking().SingleAsync(e => e.Id == notice.EpnId, cancellationToken);
            // An answer may be completed: each version is a mail of its own.
            var occasion = $"mise-en-demeure.{notification.Move}.{notice.Id:N}";
            switch (notification.Move)
            {
                case "envoi":
                    await post.ToEpnAsync(epn, occasion, label.Id, Sent(notice, label, epn), cancellationToken);
                    break;
                case "reponse":
                    occasion += $".{notice.AnsweredAt!.Value.Ticks}";
                    await ToAssessorAsync(label, occasion, Answered(notice, label, epn), cancellationToken);
                    break;
                case "cloture" when notice.IsSettled:
                    await post.ToEpnAsync(epn, occasion, label.Id, Settled(notice, label, epn), cancellationToken);
                    break;
            }
        }

        private Task ToAssessorAsync(
            Label label,
            string occasion,
            FileMail mail,
            CancellationToken cancellationToken
        ) =>
            label is { AssessorEmail: { Length: > 0 } address, AssessorName: { } name }
                ? post.QueueAsync(
                    $"{occasion}.{Recipient.Assessor}",
                    label.Id,
                    name,
                    address,
                    mail,
                    $"Vous recevez ce courriel parce que vous suivez le label {label.Number}.",
                    cancellationToken
                )
                : post.ToAdministrationAsync(occasion, label.Id, mail, cancellationToken);
    }

    private static FileMail Sent(FormalNotice notice, Label label, Epn epn) =>
        new()
        {
            Subject = $"Mise en demeure : points à régulariser avant le {FrenchText.Date(notice.DueOn)}",
            Paragraphs =
            [
                $"Jusqu’au {FrenchText.DateInFull(notice.DueOn)} inclus, {epn.Name} peut répondre et corriger ce qui suit.",
                .. notice.Reasons.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            ],
            ActionText = "Lire et répondre",
            ActionPath = $"/gestion/labellisation/mises-en-demeure/{notice.Id}",
            StepsTitle = "Ce qu’il faut faire",
            Steps =
            [
                "Corriger ce qui peut l’être.",
                "Répondre dans le portail : ce qui est fait, ce qui le sera et quand, ou ce que vous contestez.",
            ],
            Consequence =
                "Le label reste valable pendant ce temps. Sans réponse ni remède, sa suspension peut être proposée.",
            Reference = $"Label {label.Number}",
        };

    private static FileMail Answered(FormalNotice notice, Label label, Epn epn) =>
        new()
        {
            Subject = $"Réponse à la mise en demeure : {epn.Name}",
            Paragraphs =
            [
                $"Le {FrenchText.Instant(notice.AnsweredAt!.Value)}, {notice.AnsweredBy} a répondu pour {epn.Name} ({epn.Commune}).",
            ],
            ActionText = "Lire la réponse",
            ActionPath = $"/gestion/labellisation/mises-en-demeure/{notice.Id}",
            Reference = $"Label {label.Number}",
        };

    private static FileMail Settled(FormalNotice notice, Label label, Epn epn) =>
        new()
        {
            Subject = $"Mise en demeure régularisée : {epn.Name}",
            Paragraphs =
            [
                $"Tout est en ordre : la mise en demeure du {FrenchText.Instant(notice.SentAt)} est close. Le label {label.Number} reste valable.",
                notice.Conclusion!,
            ],
            ActionText = "Relire l’échange",
            ActionPath = $"/gestion/labellisation/mises-en-demeure/{notice.Id}",
            Reference = $"Label {label.Number}",
        };
}
