using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>Each side hears of the days that the other proposes; both of the one that is chosen, and of a visit that falls through.</summary>
internal static class TellVisit
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelApplicationMoved>
    {
        private static readonly string[] _news =
        [
            FileNews.VisitProposed.Path,
            FileNews.VisitCountered.Path,
            FileNews.VisitConfirmed.Path,
            FileNews.VisitCancelled.Path,
        ];

        public async Task Handle(LabelApplicationMoved notification, CancellationToken cancellationToken)
        {
            if (!_news.Contains(notification.Move))
            {
                return;
            }

            var (file, epn) = await db.WithEpnAsync(notification.ApplicationId, cancellationToken);
            var line = await db
                .ApplicationEvents.AsNoTracking()
                .SingleAsync(e => e.Id == notification.EventId, cancellationToken);
            var visit = await db
                .Visits.AsNoTracking()
                .Include(v => v.Slots.OrderBy(s => s.StartsAt))
                .Where(v => v.ApplicationId == file.Id)
                .OrderByDescending(v => v.Id)
                .FirstAsync(cancellationToken);
            var mail = Compose(file, epn, visit, line);
            var occasion = $"visite.{notification.EventId:N}";
            if (notification.Move != FileNews.VisitCountered.Path)
            {
                await post.ToEpnAsync(epn, occasion, file.Id, mail, cancellationToken, withFacilitators: true);
            }

            if (notification.Move == FileNews.VisitCountered.Path || notification.Move == FileNews.VisitConfirmed.Path)
            {
                await post.ToAssessorAsync(file, occasion, mail, cancellationToken);
            }
        }

        private static FileMail Compose(LabelApplication file, Epn epn, SiteVisit visit, ApplicationEvent line)
        {
            var url = $"/gestion/labellisation/demandes/{file.Id}/visite";
            var plain = new FileMail
            {
                Subject = "",
                Paragraphs = [],
                ActionText = "Ouvrir la visite",
                ActionPath = url,
                Reference = $"Dossier {file.Number}",
            };
            if (line.Move == FileNews.VisitCancelled.Path)
            {
                return plain with
                {
                    Subject = $"Visite annulée : {epn.Name}",
                    Paragraphs = ["La visite de l’espace n’a pas lieu.", line.Reason ?? ""],
                };
            }

            if (line.Move == FileNews.VisitConfirmed.Path)
            {
                return plain with
                {
                    Subject = $"Visite confirmée : {epn.Name}",
                    Paragraphs =
                    [
                        $"La visite de {epn.Name} est confirmée. {line.Reason} (heure de Nouméa), {FrenchText.Duration(visit.Minutes)} environ.",
                        .. visit.Preparation is { } words ? [$"Pour préparer : {words}"] : Array.Empty<string>(),
                    ],
                    ActionText = "Ajouter à mon agenda",
                    ActionPath = $"{url}.ics",
                };
            }

            return plain with
            {
                Subject =
                    line.Move == FileNews.VisitProposed.Path
                        ? "Visite de votre espace : date à confirmer"
                        : $"Visite de {epn.Name} : autres dates proposées",
                Paragraphs =
                [
                    $"{line.By} propose des dates pour la visite de {epn.Name}. Choisissez-en une, ou proposez-en d’autres (heure de Nouméa).",
                    .. (visit.Status is VisitStatus.Countered ? visit.EpnWords : visit.Preparation) is { } said
                        ? [said]
                        : Array.Empty<string>(),
                ],
                StepsTitle = "Dates proposées",
                Steps = [.. visit.Slots.Select(s => InWords(s.StartsAt))],
                ActionText = "Choisir une date",
                ActionPath = url,
            };
        }

        private static string InWords(DateTime utc) =>
            $"{FrenchText.DateInFull(NoumeaTime.DayOf(utc))} à {FrenchText.Hour(utc)}";
    }
}
