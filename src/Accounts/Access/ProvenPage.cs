using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Accounts.Access;

/// <summary>A page that changes how a person signs in: whoever has not shown a moment ago who they are does so first (ASVS 7.5.1).</summary>
internal abstract class ProvenPage : SlicePage
{
    public const string ProofPath = "/mon-compte/verification";

    /// <summary>Where the person shows it, to go on from there.</summary>
    public static string ProofThen(string path) => $"{ProofPath}?retour={Uri.EscapeDataString(path)}";

    // Its name would make it a handler of its own.
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!HttpContext.RequestServices.GetRequiredService<Sessions>().IsProven)
        {
            context.Result = Redirect(ProofThen(Request.Path + Request.QueryString));
        }
    }
}
