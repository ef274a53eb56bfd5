using System.Security.Claims;

namespace CaseNumerique.SharedKernel;

/// <summary>A module's answer to who may read the files of its things.</summary>
public interface IFileAccess
{
    /// <summary>The module that it answers for, as in <see cref="FileOwner"/>.</summary>
    string Module { get; }

    /// <param name="person">May be nobody in particular: what nobody may read is public, and may be cached.</param>
    Task<bool> MayReadAsync(ClaimsPrincipal person, Guid subjectId, CancellationToken cancellationToken);
}
