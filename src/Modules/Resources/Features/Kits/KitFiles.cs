using System.Security.Claims;
using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Resources.Features.Kits;

/// <summary>What goes with a kit: sheets, slides, pictures. A kit is published as soon as it is there, and its files with it.</summary>
internal sealed class KitFiles(ResourcesDbContext db) : IFileAccess
{
    private const string ModuleName = "resources";

    public static readonly UploadRule Rule = new(
        MaxBytes: 20_000_000,
        MaxCount: 20,
        [.. FileKind.Documents, .. FileKind.Pictures]
    );

    public string Module => ModuleName;

    public static FileOwner Of(Guid kitId) => new(ModuleName, kitId);

    public Task<bool> MayReadAsync(ClaimsPrincipal person, Guid subjectId, CancellationToken cancellationToken) =>
        db.Kits.AnyAsync(k => k.Id == subjectId, cancellationToken);
}
