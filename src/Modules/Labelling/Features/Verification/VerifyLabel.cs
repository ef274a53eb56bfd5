using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.Verification;

/// <summary>Answers anybody who reads a plaque, or scans it: may this place call itself « Case numérique » today?</summary>
internal static class VerifyLabel
{
    public sealed record Query(string Typed) : IRequest<VerifiedLabel?>;

    public sealed class Handler(LabellingDbContext db, TimeProvider clock) : IRequestHandler<Query, VerifiedLabel?>
    {
        public Task<VerifiedLabel?> Handle(Query query, CancellationToken cancellationToken) =>
            db.VerifyAsync(query.Typed, clock.Today, cancellationToken);
    }

    [AllowAnonymous, ResponseCache(Duration = 60, VaryByHeader = "Cookie")]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        public string Typed { get; private set; } = "";

        /// <summary>Null where no label has the number.</summary>
        public VerifiedLabel? Shown { get; private set; }

        public DateOnly Today => clock.Today;

        public DateTime Now => clock.UtcNow;

        public async Task<IActionResult> OnGetAsync(string numero)
        {
            Typed = LabelNumber.Read(numero) ?? numero;
            if (Typed != numero)
            {
                return RedirectPermanent($"/verification/{Typed}");
            }

            Shown = await SendAsync(new Query(numero));
            Response.StatusCode = Shown is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            return Page();
        }
    }
}
