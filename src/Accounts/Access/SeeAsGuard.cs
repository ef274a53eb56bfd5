using CaseNumerique.Accounts.Features.SeeAs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CaseNumerique.Accounts.Access;

/// <summary>While the site is seen as another person sees it, nothing can be saved: whatever is sent is refused, but the ways out.</summary>
internal static class SeeAsGuard
{
    // The error page stands in for the refused request, with its verb, and changes nothing.
    private static readonly PathString[] _allowed = [EndSeeAs.Path, "/deconnexion", "/erreur"];

    /// <summary>After authentication, and before anything that acts.</summary>
    public static IApplicationBuilder UseSeeAsGuard(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    !context.User.SeesAsAnother
                    || HttpMethods.IsGet(context.Request.Method)
                    || HttpMethods.IsHead(context.Request.Method)
                    || HttpMethods.IsOptions(context.Request.Method)
                    || _allowed.Any(path => context.Request.Path.StartsWithSegments(path))
                )
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }
        );
}
