using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>Tells those who manage a labelled EPN what a new version changes for them.</summary>
[AuditedAs("Nouveau référentiel annoncé")]
internal static class TellOfNewCriteria
{
    public sealed class Handler(LabellingDbContext db, SetSimulation simulation, FilePost post)
        : INotificationHandler<CriteriaSetPublished>
    {
        public async Task Handle(CriteriaSetPublished notification, CancellationToken cancellationToken)
        {
            var set = await db
                .CriteriaSets.AsNoTracking()
                .Whole()
                .SingleAsync(s => s.Id == notification.CriteriaSetId, cancellationToken);
            foreach (var epn in await simulation.RunAsync(set, cancellationToken))
            {
                await post.ToEpnAsync(
                    epn.Epn,
                    $"referentiel.{notification.Number}.{epn.Epn.Id:N}",
                    epn.Label.Id,
                    MailTo(epn, notification),
                    cancellationToken
                );
            }
        }
    }

    private static FileMail MailTo(SimulatedEpn epn, CriteriaSetPublished news)
    {
        var since = FrenchText.DateInFull(NoumeaTime.DayOf(news.PublishedAt));
        return new FileMail
        {
            Subject = "Les critères du label changent",
            Paragraphs =
            [
                $"La version {news.Number} du référentiel Case numérique est en vigueur depuis le {since}.",
                $"Votre label {epn.Label.Number} ne change pas : il vaut jusqu’au {FrenchText.Date(epn.Label.ExpiresOn)} inclus. "
                    + "La nouvelle version comptera pour son renouvellement.",
                epn.Effect switch
                {
                    null =>
                        "Relisez les critères avant de renouveler : aucun dossier ne dit ici ce que vous montrez déjà.",
                    { ToShow.Count: 0 } => "D’après votre dernier dossier, rien de nouveau ne sera à montrer.",
                    _ => "D’après votre dernier dossier, voici ce qui sera à montrer.",
                },
                $"Un dossier déjà commencé sous la version {news.ReplacedNumber} peut encore être déposé "
                    + $"jusqu’au {FrenchText.Date(news.HoldsUntil)} inclus.",
            ],
            StepsTitle = "Ce qui sera à montrer",
            Steps =
            [
                .. (epn.Effect?.ToShow ?? []).Select(t =>
                    $"{t.Criterion.Code}, {t.Criterion.Title} ({ApplicationTags.Of(t.Criterion.Kind)}) : {t.Why}. "
                    + $"Il faut : {t.Criterion.ThresholdFor(epn.File!.Context)}. Preuve : {t.Criterion.ExpectedProof}."
                ),
            ],
            ActionText = "Lire les critères",
            ActionPath = "/criteres",
            Reference = $"Label {epn.Label.Number}",
        };
    }
}
