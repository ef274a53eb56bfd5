using System.Data.Common;
using CaseNumerique.Accounts.Features.Own;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Accounts.Access;

/// <summary>A session ends after half an hour without a visit, and after a working day whatever happens (ASVS 7.3).</summary>
internal static class SessionCookie
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>How precisely the last visit is kept: a write a minute at most.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private static readonly object _unchecked = new();

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/connexion";
        options.ReturnUrlParameter = "retour";
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = AskToSignInAsync;
        options.Events.OnRedirectToAccessDenied = RefuseAsync;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        try
        {
            var people = context.HttpContext.RequestServices.GetRequiredService<SessionPerson>();
            if (
                context.Principal?.SessionId is { } id
                && await people.OfAsync(id, context.HttpContext.RequestAborted) is { } person
            )
            {
                context.ReplacePrincipal(person);
                return;
            }

            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
        catch (Exception error) when (error.GetBaseException() is DbException)
        {
            // Nobody can be known while the database is away. The error page must still be shown, so this may not throw.
            context.RejectPrincipal();
            context.HttpContext.Items[_unchecked] = true;
        }
    }

    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.HttpContext.Items.ContainsKey(_unchecked))
        {
            return Answer(context, StatusCodes.Status503ServiceUnavailable);
        }

        if (context.Request.Path.StartsWithSegments("/api"))
        {
            return Answer(context, StatusCodes.Status401Unauthorized);
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    // A role that sleeps is woken by enrolling, and the person then goes on to where they wanted.
    private static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!context.HttpContext.User.MustEnrol || !HttpMethods.IsGet(context.Request.Method))
        {
            return Answer(context, StatusCodes.Status403Forbidden);
        }

        var target = Uri.EscapeDataString(context.Request.Path + context.Request.QueryString);
        context.Response.Redirect($"{EnrolTotp.Path}?retour={target}");
        return Task.CompletedTask;
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
