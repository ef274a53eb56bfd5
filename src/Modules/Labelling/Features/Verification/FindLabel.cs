using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.Verification;

/// <summary>Where anybody types the number of a plaque.</summary>
internal static class FindLabel
{
    [AllowAnonymous, ResponseCache(Duration = 60, VaryByHeader = "Cookie")]
    public sealed class Page : SlicePage
    {
        [FromQuery(Name = "numero")]
        public string? Typed { get; set; }

        public IActionResult OnGet()
        {
            if (LabelNumber.Read(Typed) is { } number)
            {
                return Redirect($"/verification/{number}");
            }

            if (Typed is not null)
            {
                ModelState.AddModelError("Form.Numero", VerifyForm.NotANumber);
            }

            return Page();
        }
    }
}

/// <summary>The form that stays on top of each answer.</summary>
/// <param name="Typed">What stands in its field.</param>
/// <param name="Error">What is wrong with that, if anything.</param>
internal sealed record VerifyForm(string? Typed, string? Error)
{
    public const string NotANumber = "Tapez le numéro comme sur la plaque\u00A0: CASE et des chiffres, comme CASE-017.";
}
