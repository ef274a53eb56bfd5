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

    /// <summary>Each with how many files they have in hand, who has least first.</summary>
    public static async Task<IReadOnlyList<Workload>> WorkloadsAsync(
        this LabellingDbContext db,
        IQueryable<StaffMember> staff,
        CancellationToken cancellationToken
    )
    {
        var inHand = db.Applications.InHand();
        return await staff
            .AsNoTracking()
            .Assessors()
            .Select(s => new { Member = s, Files = inHand.Count(f => f.AssessorId == s.Id) })
            .OrderBy(x => x.Files)
            .ThenBy(x => x.Member.Name)
            .Select(x => new Workload(x.Member, x.Files))
            .ToListAsync(cancellationToken);
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
internal sealed record Workload(StaffMember Member, int Files);
