using System.Globalization;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>The days for which a decision granted the label. What became of the label since, renewed or postponed, does not change them.</summary>
internal sealed record GrantedPeriod(DateOnly FirstOn, DateOnly LastOn)
{
    /// <summary>What the history of a label says of a renewal, before its first day.</summary>
    public const string RenewedFrom = LabelEvent.Renewed + " à partir du ";

    /// <returns>Null where the history does not tell.</returns>
    public static async Task<GrantedPeriod?> OfAsync(
        LabellingDbContext db,
        LabelApplication file,
        Label label,
        CancellationToken cancellationToken
    )
    {
        var decided = $", dossier {file.Reference}.";
        var what = await db
            .LabelEvents.Where(e => e.LabelId == label.Id && e.Reason!.EndsWith(decided))
            .OrderBy(e => e.Id)
            .Select(e => e.What)
            .FirstOrDefaultAsync(cancellationToken);
        if (what is null || FirstDay(what, label) is not { } first || file.DecidedAt is not { } at)
        {
            return null;
        }

        var months = await db
            .ReminderRules.Where(r => r.PublishedAt <= at)
            .OrderByDescending(r => r.Number)
            .Select(r => (int?)r.ValidityMonths)
            .FirstOrDefaultAsync(cancellationToken);
        return months is { } count ? new(first, first.AddMonths(count).AddDays(-1)) : null;
    }

    // The first day of a label is that of its first period; a renewal has said its own.
    private static DateOnly? FirstDay(string what, Label label)
    {
        if (!what.StartsWith(RenewedFrom, StringComparison.Ordinal))
        {
            return label.StartsOn;
        }

        var words = what[RenewedFrom.Length..].Replace("1er", "1").Replace('\u00A0', ' ');
        const string format = "d MMMM yyyy";
        return DateOnly.TryParseExact(words, format, FrenchText.Culture, DateTimeStyles.None, out var day) ? day : null;
    }
}
