using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>The assessor learns that the EPN wants more time, and the EPN what the assessor says of it.</summary>
internal static class TellTime
{
    private static readonly string[] _answers = [FileNews.MoreTime.Path, FileNews.NoMoreTime.Path];

    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelApplicationMoved>
    {
        public async Task Handle(LabelApplicationMoved notification, CancellationToken cancellationToken)
        {
            var isAsked = notification.Move == FileNews.MoreTimeAsked.Path;
            if (!isAsked && !_answers.Contains(notification.Move))
            {
                return;
            }

            var (file, epn) = await db.WithEpnAsync(notification.ApplicationId, cancellationToken);
            var line = await db
                .ApplicationEvents.AsNoTracking()
                .SingleAsync(e => e.Id == notification.EventId, cancellationToken);
            var occasion = $"delai.{notification.EventId:N}";
            if (isAsked)
            {
                var mail = Mail(
                    file,
                    $"Plus de temps demandé : dossier {file.Number}",
                    $"{epn.Name} demande plus de temps pour compléter son dossier. {line.Reason}"
                );
                await post.ToAssessorAsync(file, occasion, mail, cancellationToken);
                return;
            }

            var due = FrenchText.DateInFull(file.CompletionDueOn ?? default);
            var words =
                notification.Move == FileNews.MoreTime.Path
                    ? $"Le délai est prolongé : vous avez jusqu’au {due} inclus (heure de Nouméa)."
                    : $"La date ne change pas : vous avez jusqu’au {due} inclus (heure de Nouméa).";
            await post.ToEpnAsync(
                epn,
                occasion,
                file.Id,
                Mail(file, $"Délai pour compléter votre dossier {file.Number}", $"{words} {line.Reason}".Trim()),
                cancellationToken
            );
        }

        private static FileMail Mail(LabelApplication file, string subject, string words) =>
            new()
            {
                Subject = subject,
                Paragraphs = [words],
                ActionText = "Ouvrir les compléments",
                ActionPath = $"/gestion/labellisation/demandes/{file.Id}/complements",
                Reference = $"Dossier {file.Number}",
            };
    }
}
