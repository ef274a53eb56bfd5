using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Accounts.Access;

/// <summary>A page that changes how a person signs in: whoever has not shown a moment ago who they are does so first (ASVS 7.5.1).</summary>
internal abstract class ProvenPage : SlicePage
{
    public const string ProofPath = "/mon-compte/verification";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!HttpContext.RequestServices.GetRequiredService<Sessions>().IsProven)
        {
            var here = Uri.EscapeDataString(Request.Path + Request.QueryString);
            context.Result = Redirect($"{ProofPath}?retour={here}");
        }
    }
}
