using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>What a decision on a file makes of the EPN's label; the caller saves it with the decision.</summary>
internal static class DecisionEffects
{
    /// <summary>The label that a renewal goes on with; null for a first request, and where the former label has ended.</summary>
    public static Task<Label?> RenewedLabelAsync(
        this LabellingDbContext db,
        LabelApplication file,
        CancellationToken cancellationToken
    ) =>
        file.Kind is ApplicationKind.Renewal
            ? db
                .Labels.Held()
                // A file of before files knew their label renews the one that its EPN holds.
                .Where(l => l.Id == file.RenewsLabelId || (file.RenewsLabelId == null && l.EpnId == file.EpnId))
                .OrderByDescending(l => l.Sequence)
                .FirstOrDefaultAsync(cancellationToken)
            : Task.FromResult<Label?>(null);

    /// <summary>A renewal granted in time begins the day after the former period; otherwise the decision says when.</summary>
    public static DateOnly? FixedFirstDay(Label? renewed, DateOnly today) =>
        renewed is not null && renewed.ExpiresOn >= today ? renewed.ExpiresOn.AddDays(1) : null;

    /// <returns>Why this EPN cannot be granted a label, in French; null when it can.</returns>
    public static async Task<string?> GrantObstacleAsync(
        this LabellingDbContext db,
        LabelApplication file,
        CancellationToken cancellationToken
    )
    {
        if (await db.Epns.AnyAsync(e => e.Id == file.EpnId && e.ClosedOn != null, cancellationToken))
        {
            return "Cet espace a fermé\u00A0: il ne peut plus recevoir le label.";
        }

        if (await db.RenewalObstacleAsync(file, cancellationToken) is { } ended)
        {
            return ended;
        }

        var held = await db
            .Labels.Held()
            .AsNoTracking()
            .Where(l => l.EpnId == file.EpnId)
            .OrderByDescending(l => l.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        return held switch
        {
            null => null,
            { Status: LabelStatus.Suspended } =>
                $"Le label {held.Number} est suspendu\u00A0: levez la suspension, ou retirez-le, avant de l’accorder de nouveau.",
            _ when file.Kind is ApplicationKind.Renewal && (file.RenewsLabelId ?? held.Id) == held.Id => null,
            _ => $"Cet espace a déjà le label {held.Number}, en cours.",
        };
    }

    /// <returns>Why the label that the file was to renew cannot be granted again, in French; null when it can.</returns>
    private static async Task<string?> RenewalObstacleAsync(
        this LabellingDbContext db,
        LabelApplication file,
        CancellationToken cancellationToken
    )
    {
        var former = await db
            .Labels.AsNoTracking()
            .SingleOrDefaultAsync(l => l.Id == file.RenewsLabelId, cancellationToken);
        if (former is null || file.SubmittedAt is not { } filedAt)
        {
            return null;
        }

        var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
        var reason = former.ReasonAgainstRenewal(NoumeaTime.DayOf(filedAt), rules.ContinuityMonths);
        return reason is null ? null : $"{reason} Refusez ce dossier\u00A0: l’espace fera une nouvelle demande.";
    }

    /// <summary>The label comes to be, or goes on under its number for another period.</summary>
    /// <param name="startsOn">First day, where <see cref="FixedFirstDay"/> leaves it open.</param>
    public static async Task<Label> GrantAsync(
        this LabellingDbContext db,
        LabelApplication file,
        DateOnly? startsOn,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var months = (await db.ReminderRules.AsNoTracking().InForceAsync(cancellationToken)).ValidityMonths;
        var today = clock.Today;
        var label = await db.RenewedLabelAsync(file, cancellationToken);
        var firstDay = FixedFirstDay(label, today) ?? startsOn!.Value;
        var what = "Label accordé";
        if (label is not null)
        {
            label.Renew(firstDay, months, today);
            what = $"{LabelEvent.Renewed} à partir du {FrenchText.Date(firstDay)}";
            db.Announce(label.ToStatusChanged(), label.Id);
        }
        else
        {
            var last = await db.Labels.MaxAsync(l => (int?)l.Sequence, cancellationToken) ?? 0;
            label = Label.Grant(last + 1, file.EpnId, today, firstDay, months, file.AssessorName, file.AssessorEmail);
            db.Labels.Add(label);
            db.Announce(new LabelGranted(label.Id, label.EpnId, label.Number, firstDay, label.ExpiresOn), label.Id);
        }

        file.NoteGrant(firstDay, label.ExpiresOn);
        var act = $"Arrêté n° {file.ActNumber} du {FrenchText.Date(file.ActOn!.Value)}, dossier {file.Reference}.";
        db.LabelEvents.Add(EventOf(label, what, act, user, clock.UtcNow));
        return label;
    }

    /// <summary>The renewal is refused: the label runs to its end, or has reached it.</summary>
    public static async Task EndRenewalAsync(
        this LabellingDbContext db,
        LabelApplication file,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (await db.RenewedLabelAsync(file, cancellationToken) is not { Status: LabelStatus.UnderRenewal } label)
        {
            return;
        }

        label.MoveTo(label.ExpiresOn < clock.Today ? LabelStatus.Expired : LabelStatus.Active);
        db.LabelEvents.Add(EventOf(label, "Renouvellement refusé", $"Dossier {file.Reference}.", user, clock.UtcNow));
        db.Announce(label.ToStatusChanged(), label.Id);
    }

    private static LabelEvent EventOf(Label label, string what, string reason, ICurrentUser user, DateTime now) =>
        new()
        {
            LabelId = label.Id,
            At = now,
            What = what,
            Reason = reason,
            By = user.Name,
            ById = user.Id,
        };
}
