using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Deadlines;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>When the committee meets, for the members that were invited.</summary>
internal sealed class SessionDeadlines(LabellingDbContext db) : IDeadlineSource
{
    public DeadlineKind Kind => DeadlineKind.Committee;

    public string Settled => "La séance est close.";

    public async Task<IReadOnlyList<Deadline>> OpenAsync(Guid? subjectId, CancellationToken cancellationToken)
    {
        var sessions = await db
            .CommitteeSessions.AsNoTracking()
            .Include(s => s.Seats)
            .Where(s => s.ConvenedAt != null && s.ClosedAt == null)
            .Where(s => subjectId == null || s.Id == subjectId)
            .ToListAsync(cancellationToken);
        return
        [
            .. sessions.Select(s => new Deadline(
                Kind,
                s.Id,
                s.Name,
                $"à {FrenchText.Hour(s.HeldAt)}, {s.Place ?? "à distance"}",
                $"/gestion/labellisation/comites/{s.Id}",
                s.HeldOn,
                NoumeaTime.DayOf(s.ConvenedAt!.Value)
            )
            {
                Members =
                [
                    .. s.Seats.Select(m => new Recipient($"{m.AccountId:N}", Recipient.Member, m.Name, m.Email, null)),
                ],
                Details = ["Déclarez un déport avant la séance si vous avez un intérêt dans l’un des dossiers."],
            }),
        ];
    }
}
