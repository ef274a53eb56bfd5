using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.Labels;

/// <summary>A page on the label of an EPN, for those who may act for it. Another's label answers as one that does not exist.</summary>
internal abstract class OwnLabelPage(LabellingDbContext db, TimeProvider clock) : SlicePage
{
    public const string Mine = "/gestion/labellisation/mes-labels";

    public VerifiedLabel Shown { get; private set; } = null!;

    public LabelAnswer Answer => Shown.AnswerOn(Today);

    public DateOnly Today => clock.Today;

    protected LabellingDbContext Db => db;

    /// <returns>What is answered instead of the page; null when the page may be shown.</returns>
    protected async Task<IActionResult?> RefusalAsync(string number)
    {
        if (await db.VerifyAsync(number, Today, HttpContext.RequestAborted) is not { } found)
        {
            return NotFound();
        }

        if (!User.MaySee(found.Epn.Id))
        {
            return NotFound();
        }

        Shown = found;
        return User.MayEdit(found.Epn.Id) ? null : Forbid();
    }
}
