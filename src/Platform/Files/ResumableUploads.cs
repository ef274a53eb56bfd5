using System.Globalization;
using System.Security.Claims;
using System.Text;
using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Files;

/// <summary>
/// tus 1.0.0, core with creation and expiration (https://tus.io/protocols/resumable-upload): what has come stays, and a
/// connection that was cut goes on where it was. Nothing is looked at until a form keeps it.
/// </summary>
/// <remarks>No antiforgery token: another site's page cannot send these headers without asking first, and is never answered.</remarks>
internal static class ResumableUploads
{
    public const string Path = "/fichiers/envois";

    private const string Version = "1.0.0";
    private const string PieceType = "application/offset+octet-stream";

    /// <summary>Of one request; the browser's script sends far less.</summary>
    private const long MaxPieceBytes = 16_000_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup(Path).RequireAuthorization(Policies.SendFiles).AddEndpointFilter(SpeakTusAsync);
        uploads.MapMethods("", ["OPTIONS"], Describe);
        uploads.MapPost("", BeginAsync).WithMetadata(new RequestSizeLimitAttribute(0));
        uploads.MapMethods("/{id:guid}", ["HEAD"], TellAsync);
        uploads.MapPatch("/{id:guid}", ContinueAsync).WithMetadata(new RequestSizeLimitAttribute(MaxPieceBytes));
    }

    private static async ValueTask<object?> SpeakTusAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var http = context.HttpContext;
        // The answers are for a script: no page is made of them.
        http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        http.Response.Headers["Tus-Resumable"] = Version;
        http.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsOptions(http.Request.Method) && http.Request.Headers["Tus-Resumable"] != Version)
        {
            http.Response.Headers["Tus-Version"] = Version;
            return Results.StatusCode(StatusCodes.Status412PreconditionFailed);
        }

        return await next(context);
    }

    private static IResult Describe(HttpResponse response, IOptions<FilesOptions> options)
    {
        response.Headers["Tus-Version"] = Version;
        response.Headers["Tus-Extension"] = "creation,expiration";
        response.Headers["Tus-Max-Size"] = $"{options.Value.MaxUploadBytes}";
        return Results.NoContent();
    }

    private static async Task<IResult> BeginAsync(
        HttpContext context,
        PlatformDbContext db,
        FileShelf shelf,
        IOptions<FilesOptions> options,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (!TryReadNumber(context.Request, "Upload-Length", out var length))
        {
            return Results.BadRequest("Upload-Length manque.");
        }

        if (length > options.Value.MaxUploadBytes)
        {
            return TooMuch($"Un fichier pèse {FrenchText.Size(options.Value.MaxUploadBytes)} au plus.");
        }

        var accountId = context.User.AccountId!.Value;
        var now = clock.UtcNow;
        var others = await db
            .Uploads.Where(u => u.AccountId == accountId && u.ExpiresAt > now)
            .Select(u => u.Length)
            .ToListAsync(cancellationToken);
        if (others.Count >= options.Value.MaxUploads || others.Sum() + length > options.Value.MaxUploadsBytes)
        {
            return TooMuch("Trop d’envois sont en cours. Terminez-les, ou réessayez demain.");
        }

        var upload = new Upload
        {
            AccountId = accountId,
            Name = ReadName(context.Request),
            Length = length,
            ExpiresAt = now.AddHours(options.Value.UploadHours),
        };
        db.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        await File.Create(shelf.UploadOf(upload.Id)).DisposeAsync();
        SayExpiry(context.Response, upload);
        return Results.Created($"{Path}/{upload.Id}", value: null);
    }

    private static async Task<IResult> TellAsync(
        Guid id,
        HttpContext context,
        PlatformDbContext db,
        FileShelf shelf,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(db, shelf, id, context.User, clock, cancellationToken) is not { } upload)
        {
            return Results.NotFound();
        }

        context.Response.Headers["Upload-Offset"] = $"{new FileInfo(shelf.UploadOf(id)).Length}";
        context.Response.Headers["Upload-Length"] = $"{upload.Length}";
        SayExpiry(context.Response, upload);
        return Results.Ok();
    }

    private static async Task<IResult> ContinueAsync(
        Guid id,
        HttpContext context,
        PlatformDbContext db,
        FileShelf shelf,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (context.Request.ContentType != PieceType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        if (!TryReadNumber(context.Request, "Upload-Offset", out var offset))
        {
            return Results.BadRequest("Upload-Offset manque.");
        }

        if (await FindAsync(db, shelf, id, context.User, clock, cancellationToken) is not { } upload)
        {
            return Results.NotFound();
        }

        if (Open(shelf.UploadOf(id)) is not { } file)
        {
            return Results.StatusCode(StatusCodes.Status423Locked);
        }

        await using (file)
        {
            if (file.Length != offset)
            {
                return Results.Conflict();
            }

            if (!await AppendAsync(context.Request, file, upload.Length))
            {
                return TooMuch("Le fichier est plus long qu’annoncé.");
            }

            context.Response.Headers["Upload-Offset"] = $"{file.Length}";
        }

        SayExpiry(context.Response, upload);
        return Results.NoContent();
    }

    /// <summary>Somebody else's is as unknown as one that never was.</summary>
    private static async Task<Upload?> FindAsync(
        PlatformDbContext db,
        FileShelf shelf,
        Guid id,
        ClaimsPrincipal person,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var (accountId, now) = (person.AccountId, clock.UtcNow);
        var upload = await db
            .Uploads.AsNoTracking()
            .SingleOrDefaultAsync(u => u.Id == id && u.AccountId == accountId && u.ExpiresAt > now, cancellationToken);
        return upload is not null && File.Exists(shelf.UploadOf(id)) ? upload : null;
    }

    /// <returns>Null while another request writes.</returns>
    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Keeps what comes until the connection is cut, which is no error here.</summary>
    /// <returns>False when more comes than was announced; none of the surplus is kept.</returns>
    private static async Task<bool> AppendAsync(HttpRequest request, FileStream file, long length)
    {
        file.Position = file.Length;
        var buffer = new byte[81_920];
        try
        {
            for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0; )
            {
                if (file.Length + read > length)
                {
                    return false;
                }

                await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
                await file.FlushAsync(CancellationToken.None);
            }
        }
        catch (Exception error)
            when (error is OperationCanceledException
                || (
                    error
                    is IOException
                        and not BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
                )
            )
        {
            // The next request asks how far it came.
        }

        return true;
    }

    private static bool TryReadNumber(HttpRequest request, string header, out long number) =>
        long.TryParse(request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>« filename » and its value in base64, among others that are of no interest.</summary>
    private static string ReadName(HttpRequest request)
    {
        var pairs = request.Headers["Upload-Metadata"].ToString().Split(',', StringSplitOptions.TrimEntries);
        var value = pairs.Select(p => p.Split(' ')).FirstOrDefault(p => p is ["filename", _])?[1] ?? "";
        var bytes = new byte[value.Length];
        var name = Convert.TryFromBase64String(value, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : "";
        // Its end says most: the extension tells a table from a text.
        return name.Length <= Upload.NameMaxLength ? name : name[^Upload.NameMaxLength..];
    }

    private static void SayExpiry(HttpResponse response, Upload upload) =>
        response.Headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);

    private static IResult TooMuch(string sentence) =>
        Results.Text(sentence, statusCode: StatusCodes.Status413PayloadTooLarge);
}
