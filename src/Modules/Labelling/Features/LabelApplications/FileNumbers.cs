using System.Globalization;
using CaseNumerique.Labelling.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

internal static class FileNumbers
{
    /// <summary>The number after the last of a year; the index refuses it when somebody else was faster.</summary>
    public static async Task<string> NextNumberAsync(
        this LabellingDbContext db,
        int year,
        CancellationToken cancellationToken
    )
    {
        var prefix = LabelApplication.NumberOf(year, 0)[..^4];
        var numbers = await db
            .Applications.Where(a => a.Number!.StartsWith(prefix))
            .Select(a => a.Number!)
            .ToListAsync(cancellationToken);
        var last = numbers
            .Select(n => int.Parse(n[prefix.Length..], CultureInfo.InvariantCulture))
            .DefaultIfEmpty()
            .Max();
        return LabelApplication.NumberOf(year, last + 1);
    }
}
