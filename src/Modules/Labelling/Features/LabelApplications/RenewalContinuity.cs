using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>A complete renewal that is filed before the end lets the label hold until the decision; one that is taken back, or put aside, no longer does.</summary>
internal static class RenewalContinuity
{
    public static async Task KeepLabelDuringRenewalAsync(
        this LabellingDbContext db,
        LabelApplication file,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var label = await db.Labels.SingleOrDefaultAsync(l => l.Id == file.RenewsLabelId, cancellationToken);
        if (label is { Status: LabelStatus.Active } && label.ExpiresOn >= clock.Today)
        {
            db.Move(label, LabelStatus.UnderRenewal, LabelEvent.RenewalFiled, file, user, clock.UtcNow);
        }
    }

    /// <param name="what">What became of the renewal, as the history of the label tells it.</param>
    public static async Task EndContinuityAsync(
        this LabellingDbContext db,
        LabelApplication file,
        string what,
        ICurrentUser user,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var label = await db.Labels.SingleOrDefaultAsync(l => l.Id == file.RenewsLabelId, cancellationToken);
        if (label is { Status: LabelStatus.UnderRenewal })
        {
            // Should its end have passed meanwhile, the next scan says so.
            db.Move(label, LabelStatus.Active, what, file, user, now);
        }
    }

    /// <summary>A renewal that was filed in time goes on: it holds its label again, for as long as it would have.</summary>
    public static async Task RestoreContinuityAsync(
        this LabellingDbContext db,
        LabelApplication file,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var label = await db.Labels.SingleOrDefaultAsync(l => l.Id == file.RenewsLabelId, cancellationToken);
        if (
            label is not { Status: LabelStatus.Active or LabelStatus.Expired }
            || file.SubmittedAt is not { } filedAt
            || NoumeaTime.DayOf(filedAt) > label.ExpiresOn
        )
        {
            return;
        }

        var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
        var isReplaced = await db
            .Labels.Held()
            .AnyAsync(l => l.EpnId == label.EpnId && l.Id != label.Id, cancellationToken);
        if (label.ExpiresOn.AddMonths(rules.ContinuityMonths) >= clock.Today && !isReplaced)
        {
            db.Move(label, LabelStatus.UnderRenewal, "Renouvellement rouvert", file, user, clock.UtcNow);
        }
    }

    /// <summary>Where a label goes whose suspension is lifted: a renewal filed in time, and not decided yet, still holds it.</summary>
    public static async Task<LabelStatus> AfterSuspensionAsync(
        this LabellingDbContext db,
        Label label,
        CancellationToken cancellationToken
    )
    {
        var end = NoumeaTime.ToUtc(label.ExpiresOn.AddDays(1), TimeOnly.MinValue);
        var isHeld =
            await db.Applications.AnyAsync(
                a => a.RenewsLabelId == label.Id && a.SubmittedAt < end && a.Status < ApplicationStatus.Granted,
                cancellationToken
            ) || await db.IsRenewalOnPaperAsync(label, cancellationToken);
        return isHeld ? LabelStatus.UnderRenewal : LabelStatus.Active;
    }

    /// <summary>Whether an agent has noted, since the label was last renewed, a renewal whose file is not here.</summary>
    private static async Task<bool> IsRenewalOnPaperAsync(
        this LabellingDbContext db,
        Label label,
        CancellationToken cancellationToken
    )
    {
        var noted = await db
            .LabelEvents.Where(e => e.LabelId == label.Id && e.What == LabelEvent.RenewalFiled)
            .OrderByDescending(e => e.At)
            .Select(e => new { e.At, e.Reason })
            .FirstOrDefaultAsync(cancellationToken);
        return noted is not null
            && !await db.LabelEvents.AnyAsync(
                e => e.LabelId == label.Id && e.At > noted.At && e.What.StartsWith(LabelEvent.Renewed),
                cancellationToken
            )
            && !await db.Applications.AnyAsync(
                a => a.RenewsLabelId == label.Id && noted.Reason == "Dossier " + a.Number,
                cancellationToken
            );
    }

    private static void Move(
        this LabellingDbContext db,
        Label label,
        LabelStatus status,
        string what,
        LabelApplication file,
        ICurrentUser user,
        DateTime now
    )
    {
        label.MoveTo(status);
        db.LabelEvents.Add(
            new LabelEvent
            {
                LabelId = label.Id,
                At = now,
                What = what,
                Reason = $"Dossier {file.Number}",
                By = user.Name,
                ById = user.Id,
            }
        );
        db.Announce(label.ToStatusChanged(), label.Id);
    }
}
