using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Badges;

/// <summary>The sign for the door, in A5, whose code to scan leads to the answer of the day. There is none while the label does not hold.</summary>
internal static class DrawPlaque
{
    private const int LettersPerLine = 22;

    [AllowAnonymous, ResponseCache(Duration = 300)]
    public sealed class Page(LabellingDbContext db, IOptions<PortalOptions> portal, TimeProvider clock) : SlicePage
    {
        public VerifiedLabel Shown { get; private set; } = null!;

        public string Address => portal.Value.Absolute($"/verification/{Shown.Label.Number}");

        /// <summary>As people type it.</summary>
        public string ShortAddress => Address[(Address.IndexOf("://", StringComparison.Ordinal) + 3)..];

        public (string Path, int Size) Qr => Drawing.Qr(Address);

        public IReadOnlyList<string> Name => Drawing.Lines(Shown.Epn.Name, LettersPerLine);

        public async Task<IActionResult> OnGetAsync(string numero)
        {
            var verified = await db.VerifyAsync(numero, clock.Today, HttpContext.RequestAborted);
            if (verified?.AnswerOn(clock.Today).IsValid is not true)
            {
                return NotFound();
            }

            Shown = verified;
            return new PageResult { ContentType = Drawing.ContentType };
        }
    }
}
