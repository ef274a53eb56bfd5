using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Mails;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>Writes the invitation of each member (E11).</summary>
[AuditedAs("Convocation écrite")]
internal static class SendInvitation
{
    public sealed class Handler(LabellingDbContext db, FilePost post) : INotificationHandler<CommitteeConvened>
    {
        public async Task Handle(CommitteeConvened notification, CancellationToken cancellationToken)
        {
            var session = await db
                .CommitteeSessions.AsNoTracking()
                .Whole()
                .SingleAsync(s => s.Id == notification.SessionId, cancellationToken);
            var epnIds = session.Items.Select(i => i.Application.EpnId).ToList();
            var epns = await db
                .Epns.AsNoTracking()
                .Where(e => epnIds.Contains(e.Id))
                .ToDictionaryAsync(e => e.Id, cancellationToken);
            var agenda = session
                .Items.OrderBy(i => i.Position)
                .Select(i =>
                    $"{epns[i.Application.EpnId].Name}, {epns[i.Application.EpnId].Commune} ({i.Application.Number})"
                );
            var mail = new FileMail
            {
                Subject = $"Comité de labellisation du {FrenchText.Date(session.HeldOn)} : ordre du jour et dossiers",
                Paragraphs =
                [
                    $"Le comité de labellisation se réunit le {CommitteeWords.When(session)}. "
                        + (session.Place is { } place ? $"Lieu : {place}." : "La séance se tient à distance."),
                    session.RemoteLink is { } link
                        ? $"Pour siéger à distance : {link}"
                        : "Les dossiers sont à lire avant la séance.",
                ],
                StepsTitle = "Ordre du jour",
                Steps = [.. agenda],
                Consequence =
                    "Un dossier vous touche de près ? Déclarez un déport depuis la séance : vous ne votez pas sur lui, et le quorum en tient compte.",
                ActionText = "Ouvrir la séance et les dossiers",
                ActionPath = $"/gestion/labellisation/comites/{session.Id}",
                Reference = session.Name,
            };
            foreach (var seat in session.Seats.Where(s => !string.IsNullOrEmpty(s.Email)))
            {
                await post.QueueAsync(
                    $"committee.{session.Id:N}.{notification.Revision}.{seat.Id:N}",
                    session.Id,
                    seat.Name,
                    seat.Email!,
                    mail,
                    "Vous recevez ce courriel parce que vous êtes membre du comité de labellisation.",
                    cancellationToken
                );
            }
        }
    }
}
