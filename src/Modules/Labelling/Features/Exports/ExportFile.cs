using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.Exports;

/// <summary>A whole file to keep elsewhere, or to hand to who asks for it: what it says, what was filed, its proofs.</summary>
internal static class ExportFile
{
    [Authorize(Policies.Read)]
    public sealed class Page(FileArchive archive, IAuditJournal journal) : FilePage
    {
        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id) || Application.Number is not { } number)
            {
                return NotFound();
            }

            await journal.RecordAsync(
                new AuditFact("application.exported", "Dossier exporté", number),
                HttpContext.RequestAborted
            );
            Response.Headers.CacheControl = "no-store";
            return new ZipAnswer(
                $"dossier-{number}.zip",
                (zip, cancellationToken) => archive.WriteAsync(zip, Application, Epn, cancellationToken)
            );
        }
    }
}
