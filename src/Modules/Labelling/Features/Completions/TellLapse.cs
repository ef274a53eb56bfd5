using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>The EPN learns that its file was put aside, and how it can be taken up again; and that it was.</summary>
internal static class TellLapse
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelApplicationMoved>
    {
        public async Task Handle(LabelApplicationMoved notification, CancellationToken cancellationToken)
        {
            var isLapsed = notification.Move == ApplicationMove.Lapse.Path;
            if (!isLapsed && notification.Move != ApplicationMove.Reopen.Path)
            {
                return;
            }

            var (file, epn) = await db.WithEpnAsync(notification.ApplicationId, cancellationToken);
            var line = await db
                .ApplicationEvents.AsNoTracking()
                .SingleAsync(e => e.Id == notification.EventId, cancellationToken);
            await post.ToEpnAsync(
                epn,
                $"{notification.Move}.{notification.EventId:N}",
                file.Id,
                new FileMail
                {
                    Subject = isLapsed
                        ? $"Votre dossier {file.Number} a été classé sans suite"
                        : $"Votre dossier {file.Number} est rouvert",
                    Paragraphs = isLapsed
                        ?
                        [
                            $"Le dossier de {epn.Name} attendait des compléments. {line.Reason}",
                            "Vous pouvez déposer une nouvelle demande. Si vous aviez un empêchement, répondez à ce courriel : l’administration peut rouvrir le dossier.",
                        ]
                        :
                        [
                            $"Le dossier de {epn.Name} est rouvert : {line.Reason}",
                            "La personne qui le suit vérifie de nouveau que rien ne manque.",
                        ],
                    ActionText = "Ouvrir le dossier",
                    ActionPath = $"/gestion/labellisation/demandes/{file.Id}",
                    Reference = $"Dossier {file.Number}",
                },
                cancellationToken
            );
        }
    }
}
