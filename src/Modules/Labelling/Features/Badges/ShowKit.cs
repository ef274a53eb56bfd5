using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Badges;

/// <summary>What a labelled EPN puts on its door and on its site, and what goes with the right to do so.</summary>
internal static class ShowKit
{
    [Authorize(Policies.ReadFile)]
    public sealed class Page(LabellingDbContext db, IOptions<PortalOptions> portal, TimeProvider clock) : SlicePage
    {
        public VerifiedLabel Shown { get; private set; } = null!;

        public LabelAnswer Answer => Shown.AnswerOn(clock.Today);

        public DateOnly Today => clock.Today;

        /// <summary>HTML to copy: the badge, which leads to the answer of the day.</summary>
        public string Snippet
        {
            get
            {
                var url = portal.Value.Absolute($"/verification/{Shown.Label.Number}");
                return $"""
                    <a href="{url}"><img src="{url}/badge.svg" width="{DrawBadge.Width}" height="{DrawBadge.Height}" alt="Vérifier le label Case numérique {Shown.Label.Number}"></a>
                    """;
            }
        }

        public async Task<IActionResult> OnGetAsync(string numero)
        {
            var verified = await db.VerifyAsync(numero, clock.Today, HttpContext.RequestAborted);
            // The label of others answers as one that does not exist.
            if (verified is null || !User.MaySee(verified.Epn.Id))
            {
                return NotFound();
            }

            Shown = verified;
            return Page();
        }
    }
}
