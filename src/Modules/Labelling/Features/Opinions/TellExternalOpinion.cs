using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Opinions;

/// <summary>The person outside receives the question with a link; the assessor learns that it was answered.</summary>
internal static class TellExternalOpinion
{
    public sealed class Handler(LabellingDbContext db, FilePost post, OpinionLink link)
        : INotificationHandler<LabelApplicationMoved>
    {
        public async Task Handle(LabelApplicationMoved notification, CancellationToken cancellationToken)
        {
            var isAsked = notification.Move == FileNews.OpinionAsked.Path;
            if (!isAsked && notification.Move != FileNews.OpinionReceived.Path)
            {
                return;
            }

            var (file, epn) = await db.WithEpnAsync(notification.ApplicationId, cancellationToken);
            var opinion = await db
                .ExternalOpinions.AsNoTracking()
                .SingleAsync(o => o.Id == notification.EventId, cancellationToken);
            var occasion = $"{notification.Move}.{opinion.Id:N}";
            if (isAsked)
            {
                await post.QueueAsync(
                    occasion,
                    file.Id,
                    opinion.Name,
                    opinion.Email,
                    Question(file, epn, opinion),
                    $"Vous recevez ce courriel parce que {opinion.AskedBy}, d’ÉcoNum, vous demande un avis.",
                    cancellationToken
                );
                return;
            }

            await post.ToAssessorAsync(
                file,
                occasion,
                new FileMail
                {
                    Subject = $"Avis extérieur reçu : dossier {file.Number}",
                    Paragraphs = [$"{opinion.Name} a répondu à votre question sur {epn.Name}."],
                    ActionText = "Lire l’avis",
                    ActionPath = $"/gestion/labellisation/demandes/{file.Id}/avis-exterieurs",
                    Reference = $"Dossier {file.Number}",
                },
                cancellationToken
            );
        }

        private FileMail Question(LabelApplication file, Epn epn, ExternalOpinion opinion) =>
            new()
            {
                Subject = $"Votre avis sur {epn.Name}, {epn.Commune}",
                Paragraphs =
                [
                    $"{epn.Name} demande le label Case numérique. {opinion.AskedBy}, d’ÉcoNum, souhaite votre avis avant le {FrenchText.DateInFull(opinion.DueOn)} (heure de Nouméa).",
                    opinion.Question,
                    "Le lien ci-dessous est personnel : ne le transmettez pas. Il sert une fois, sans compte.",
                ],
                ActionText = "Donner mon avis",
                ActionPath = link.PathOf(opinion.Id),
                IsSecret = true,
                Reference = $"Dossier {file.Number}",
            };
    }
}
