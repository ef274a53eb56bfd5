using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Data;

/// <summary>Questions about files that several slices ask.</summary>
internal static class FileQueries
{
    private static readonly ApplicationStatus[] _inHand =
    [
        ApplicationStatus.Admissibility,
        ApplicationStatus.ToComplete,
        ApplicationStatus.UnderAssessment,
    ];

    /// <summary>Those that somebody works on, or will once the EPN has completed them.</summary>
    public static IQueryable<LabelApplication> InHand(this IQueryable<LabelApplication> files) =>
        files.Where(f => _inHand.Contains(f.Status));

    /// <summary>Whoever may be given a file.</summary>
    public static IQueryable<StaffMember> Assessors(this IQueryable<StaffMember> staff) =>
        staff.Where(s => s.IsOpen && (s.IsAgent || s.IsAdministrator));

    /// <summary>People who have no declared stake in the EPN and are none of its contacts.</summary>
    public static IQueryable<StaffMember> ImpartialTo(this LabellingDbContext db, Guid epnId) =>
        db
            .Staff.Where(s =>
                !db.ConflictsOfInterest.Any(c => c.EpnId == epnId && c.AccountId == s.Id && c.EndedAt == null)
            )
            .Where(s => !db.Contacts.Any(c => c.EpnId == epnId && c.Email == s.Email));

    /// <summary>
    /// Each with how many files they have in hand. Who has least comes first; of two with the same load, who goes to the
    /// province anyway.
    /// </summary>
    /// <param name="province">Of the file that is to be given to somebody; null where there is none.</param>
    public static async Task<IReadOnlyList<Workload>> WorkloadsAsync(
        this LabellingDbContext db,
        IQueryable<StaffMember> staff,
        string? province,
        CancellationToken cancellationToken
    )
    {
        var inHand = db.Applications.InHand();
        var there = inHand.Where(f => db.Epns.Any(e => e.Id == f.EpnId && e.Province == province));
        var loads = await staff
            .AsNoTracking()
            .Assessors()
            .Select(s => new Workload(
                s,
                inHand.Count(f => f.AssessorId == s.Id),
                there.Count(f => f.AssessorId == s.Id)
            ))
            .ToListAsync(cancellationToken);
        return
        [
            .. loads
                .OrderBy(l => l.Files)
                .ThenByDescending(l => l.InProvince > 0)
                .ThenBy(l => l.Member.Name, StringComparer.Create(FrenchText.Culture, ignoreCase: true)),
        ];
    }

    /// <summary>A file with its EPN, as mails tell of them.</summary>
    public static async Task<(LabelApplication File, Epn Epn)> WithEpnAsync(
        this LabellingDbContext db,
        Guid applicationId,
        CancellationToken cancellationToken
    )
    {
        var file = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == applicationId, cancellationToken);
        return (file, await db.Epns.AsNoTracking().SingleAsync(e => e.Id == file.EpnId, cancellationToken));
    }
}

/// <param name="Files">How many are in hand.</param>
/// <param name="InProvince">How many of them are of the province that was asked about.</param>
internal sealed record Workload(StaffMember Member, int Files, int InProvince);
