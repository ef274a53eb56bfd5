using System.Security.Claims;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CaseNumerique.Platform.Files;

/// <summary>Hands a file to whom its owner lets read it, to be saved and never to be run.</summary>
internal static class ServeFile
{
    private static readonly ClaimsPrincipal _anyone = new(new ClaimsIdentity());
    private static readonly object _served = new();

    /// <summary>The answer is a file that somebody sent: the host then answers under a policy for it.</summary>
    public static bool IsServed(HttpContext context) => context.Items.ContainsKey(_served);

    // Who may read is not a role's matter: the owner says it, and whatever the reason, a no looks the same.
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/fichiers/{id:guid}", ["GET", "HEAD"], ServeAsync).AllowAnonymous();

    private static async Task<IResult> ServeAsync(
        Guid id,
        HttpContext context,
        PlatformDbContext db,
        FileShelf shelf,
        IEnumerable<IFileAccess> owners,
        CancellationToken cancellationToken
    )
    {
        var file = await db
            .StoredFiles.AsNoTracking()
            .SingleOrDefaultAsync(f => f.Id == id && f.State == FileState.Sound, cancellationToken);
        var owner = file is null ? null : owners.SingleOrDefault(o => o.Module == file.OwnerModule);
        if (file is null || owner is null)
        {
            return Results.NotFound();
        }

        var isPublic = await owner.MayReadAsync(_anyone, file.OwnerSubjectId, cancellationToken);
        if (!isPublic && !await owner.MayReadAsync(context.User, file.OwnerSubjectId, cancellationToken))
        {
            return Results.NotFound();
        }

        context.Items[_served] = true;
        // Public copies are asked for again each time: a file taken away is gone at once, and an unchanged one costs nothing.
        context.Response.Headers.CacheControl = isPublic ? "public, no-cache" : "private, no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.File(
            shelf.ContentOf(file.Sha256),
            file.ContentType,
            entityTag: isPublic ? new EntityTagHeaderValue($"\"{file.Sha256}\"") : null,
            enableRangeProcessing: true
        );
    }
}
