using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Messages;

/// <summary>The other side hears of a message; its words stay in the file, where only those concerned read them.</summary>
internal static class TellMessage
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<LabelApplicationMoved>
    {
        public async Task Handle(LabelApplicationMoved notification, CancellationToken cancellationToken)
        {
            if (notification.Move != FileNews.Message.Path)
            {
                return;
            }

            var (file, epn) = await db.WithEpnAsync(notification.ApplicationId, cancellationToken);
            var message = await db
                .Messages.AsNoTracking()
                .SingleAsync(m => m.Id == notification.EventId, cancellationToken);
            var occasion = $"message.{message.Id:N}";
            var mail = new FileMail
            {
                Subject = $"Nouveau message sur le dossier {file.Number}",
                Paragraphs =
                [
                    message.IsFromEpn
                        ? $"{message.By} vous écrit au sujet du dossier de {epn.Name}."
                        : $"{message.By}, d’ÉcoNum, vous écrit au sujet du dossier de {epn.Name}.",
                    "Le message se lit dans le dossier, et c’est là que vous y répondez.",
                ],
                ActionText = "Lire le message",
                ActionPath = $"/gestion/labellisation/demandes/{file.Id}/messages",
                Reference = $"Dossier {file.Number}",
            };
            await (
                message.IsFromEpn
                    ? post.ToAssessorAsync(file, occasion, mail, cancellationToken)
                    : post.ToEpnAsync(epn, occasion, file.Id, mail, cancellationToken, withFacilitators: true)
            );
        }
    }
}
