using System.Data.Common;
using CaseNumerique.Accounts.Access;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Host.Features.Errors;

internal static class ShowError
{
    /// <summary>One sentence on what happened, whose fault it is not, and the main way on.</summary>
    public sealed record View(string Title, string Text, string Url, string Action);

    // The failed request may have been a post without a token, and this page changes nothing.
    [AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
    public sealed class Page(IOptions<PortalOptions> portal) : PageModel
    {
        public View Error { get; private set; } = ErrorTexts.Of(StatusCodes.Status500InternalServerError);

        public string Phone => portal.Value.Phone;

        /// <summary>Runs for every verb: the page stands in for whatever request went wrong.</summary>
        [NonHandler]
        public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            var code = int.Parse(context.RouteData.Values["code"]!.ToString()!, null);
            if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error.GetBaseException() is DbException)
            {
                code = StatusCodes.Status503ServiceUnavailable;
                Response.Headers.RetryAfter = "60";
            }

            Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
            Error =
                User.SeesAsAnother && !HttpMethods.IsGet(Request.Method)
                    ? ErrorTexts.ReadOnlyView
                    : ErrorTexts.Of(Response.StatusCode);
        }
    }
}
