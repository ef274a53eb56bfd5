using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseNumerique.Labelling.Features.Badges;

/// <summary>The badge that an EPN embeds on its own site: it says by itself when the label no longer holds.</summary>
internal static class DrawBadge
{
    public const int Width = 320;
    public const int Height = 80;

    [AllowAnonymous, ForOtherSites, ResponseCache(Duration = 300)]
    public sealed class Page(LabellingDbContext db, TimeProvider clock) : SlicePage
    {
        public VerifiedLabel Shown { get; private set; } = null!;

        public LabelAnswer Answer => Shown.AnswerOn(clock.Today);

        /// <summary>The second line.</summary>
        public string Words =>
            Answer == LabelAnswer.Valid ? $"Valide jusqu’au {FrenchText.Date(Shown.Label.ExpiresOn)}"
            : Answer.IsValid ? Answer.Words
            : $"{Answer.Words}\u00A0: non valable";

        public async Task<IActionResult> OnGetAsync(string numero)
        {
            if (await db.VerifyAsync(numero, clock.Today, HttpContext.RequestAborted) is not { } verified)
            {
                return NotFound();
            }

            Shown = verified;
            return new PageResult { ContentType = Drawing.ContentType };
        }
    }
}
