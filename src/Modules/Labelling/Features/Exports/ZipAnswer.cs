using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CaseNumerique.Labelling.Features.Exports;

/// <summary>An archive that is written while it is sent, so that none is ever whole in memory.</summary>
internal sealed class ZipAnswer(string name, Func<ZipArchive, CancellationToken, Task> write) : ActionResult
{
    public const string ContentType = "application/zip";

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, aborted) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = ContentType;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        // The end of each entry is written synchronously by .NET 10, though all of its content is not.
        context.HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await using var zip = await ZipArchive.CreateAsync(
            response.Body,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            aborted
        );
        await write(zip, aborted);
    }
}
