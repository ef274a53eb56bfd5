using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Data;

/// <summary>A label as anybody may check it.</summary>
/// <param name="HasOpenConditions">Whether something is still owed for it; nothing is said of conditions once all are lifted.</param>
/// <param name="ActNumber">Of the decision that granted it last, where its file is known here.</param>
/// <param name="Closure">The temporary closure that has not ended on the day it was read.</param>
/// <param name="ContinuityMonths">How long it holds on past its end while its renewal is assessed.</param>
/// <param name="SuspendedAt">When it was last suspended; null where its history does not tell.</param>
internal sealed record VerifiedLabel(
    Label Label,
    Epn Epn,
    bool HasOpenConditions,
    string? ActNumber,
    DateOnly? ActOn,
    TemporaryClosure? Closure,
    int ContinuityMonths,
    DateTime? SuspendedAt
)
{
    public LabelAnswer AnswerOn(DateOnly today) =>
        (Label.Status, Epn.ClosedOn) switch
        {
            (LabelStatus.Withdrawn, _) => LabelAnswer.Withdrawn,
            (LabelStatus.Renounced, _) => LabelAnswer.Renounced,
            (LabelStatus.Expired, _) => LabelAnswer.Expired,
            (_, { } closedOn) when closedOn <= today => LabelAnswer.PlaceClosed,
            (LabelStatus.Suspended, _) => LabelAnswer.Suspended,
            // The day after the end counts, even before the job has noted it.
            _ when Label.HasRunOut(ContinuityMonths, today) => LabelAnswer.Expired,
            (LabelStatus.UnderRenewal, _) => LabelAnswer.UnderRenewal,
            _ when Label.StartsOn > today => LabelAnswer.ToCome,
            _ => HasOpenConditions ? LabelAnswer.UnderConditions : LabelAnswer.Valid,
        };

    /// <summary>What the answer means for whoever stands before the plaque.</summary>
    public string SentenceOn(DateOnly today)
    {
        var answer = AnswerOn(today);
        return answer.Key switch
        {
            "valide" => $"{Epn.Name} a le droit d’afficher la plaque Case numérique.",
            "valide_sous_reserve" =>
                $"{Epn.Name} a le droit d’afficher la plaque. Un point reste à corriger, à une date fixée.",
            "en_renouvellement" =>
                $"{Epn.Name} garde le droit d’afficher la plaque jusqu’à la décision, et au plus tard jusqu’au {FrenchText.Date(Label.HoldsUntil(ContinuityMonths))} inclus.",
            "a_venir" => $"{Epn.Name} affichera la plaque à partir du {FrenchText.Date(Label.StartsOn)}.",
            "suspendu" => SuspendedAt is { } since
                ? $"Le droit d’afficher la plaque est arrêté depuis le {FrenchText.Date(NoumeaTime.DayOf(since))}, jusqu’à nouvelle décision."
                : "Le droit d’afficher la plaque est arrêté jusqu’à nouvelle décision.",
            "expire" => $"Sa durée est passée le {FrenchText.Date(Label.ExpiresOn)}, sans renouvellement.",
            "ferme" => $"L’espace est fermé depuis le {FrenchText.Date(Epn.ClosedOn!.Value)}.",
            _ => "La plaque ne doit plus être affichée.",
        };
    }
}

internal static class VerifiedLabels
{
    /// <param name="labels">Those to check, in the order wanted.</param>
    public static IQueryable<VerifiedLabel> Verified(
        this LabellingDbContext db,
        IQueryable<Label> labels,
        DateOnly today
    ) =>
        labels
            .AsNoTracking()
            .Join(
                db.Epns,
                l => l.EpnId,
                e => e.Id,
                (l, e) =>
                    new VerifiedLabel(
                        l,
                        e,
                        db.Conditions.Any(c => c.LabelId == l.Id && c.LiftedAt == null),
                        db.Applications.Where(a => a.GrantedLabelId == l.Id)
                            .OrderByDescending(a => a.DecidedAt)
                            .ThenByDescending(a => a.Id)
                            .Select(a => a.ActNumber)
                            .FirstOrDefault(),
                        db.Applications.Where(a => a.GrantedLabelId == l.Id)
                            .OrderByDescending(a => a.DecidedAt)
                            .ThenByDescending(a => a.Id)
                            .Select(a => a.ActOn)
                            .FirstOrDefault(),
                        db.TemporaryClosures.Where(c => c.EpnId == e.Id && c.LastOn >= today)
                            .OrderBy(c => c.FirstOn)
                            .FirstOrDefault(),
                        db.ProcedureRules.OrderByDescending(r => r.Number).Select(r => r.ContinuityMonths).First(),
                        db.LabelEvents.Where(v => v.LabelId == l.Id && v.What == LabelEvent.Suspended)
                            .Max(v => (DateTime?)v.At)
                    )
            );

    /// <param name="typed">As people write it; see <see cref="LabelNumber"/>.</param>
    public static async Task<VerifiedLabel?> VerifyAsync(
        this LabellingDbContext db,
        string? typed,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var number = LabelNumber.Read(typed);
        return number is null
            ? null
            : await db.Verified(db.Labels.Where(l => l.Number == number), today)
                .SingleOrDefaultAsync(cancellationToken);
    }
}
