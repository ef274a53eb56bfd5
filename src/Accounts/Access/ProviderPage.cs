using System.Security.Claims;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Accounts.Access;

/// <summary>
/// A page whose form leads to a provider (post) and to which the provider's answer comes back (get). In between, what it
/// is about travels in the protected state: the answer serves the page that asked, once.
/// </summary>
internal abstract class ProviderPage(OidcProviders providers) : SlicePage
{
    [FromRoute]
    public int Number { get; set; }

    public string Label => providers.Find(Number)?.Label ?? "";

    /// <summary>The provider's page, where the person signs in.</summary>
    public string LeadsTo { get; private set; } = "";

    /// <param name="from">Where trouble leads back to.</param>
    /// <param name="carried">What the answer is to find again.</param>
    protected async Task<IActionResult> LeaveAsync(string from, string? carried)
    {
        if (providers.Find(Number) is not { } provider)
        {
            return NotFound();
        }

        try
        {
            await HttpContext.ChallengeAsync(provider.Scheme, ProviderTrip.Of(Request.Path, from, carried));
        }
        catch (Exception error)
            when (ProviderTrouble.IsSilence(error) && !HttpContext.RequestAborted.IsCancellationRequested)
        {
            TempData[ProviderTrouble.Key] = ProviderTrouble.Silent;
            return Redirect(from);
        }

        // Browsers apply form-action to what a form is redirected to, and a provider may redirect further to others that
        // we do not know. So the post ends here, and a page leads on.
        LeadsTo = Response.Headers.Location.ToString();
        Response.Headers.Location = default;
        Response.StatusCode = StatusCodes.Status200OK;
        Response.Headers["Refresh"] = $"0;url={LeadsTo}";
        return Page();
    }

    /// <param name="command">What to do for the person whom the provider vouches for, and with what was carried.</param>
    /// <param name="next">Where to go, from the command's answer and what was carried.</param>
    protected async Task<IActionResult> ArriveAsync<TResponse>(
        Func<ProviderSubject, string?, IRequest<TResponse>> command,
        Func<TResponse, string?, string> next
    )
    {
        if (providers.Find(Number) is not { } provider)
        {
            return NotFound();
        }

        var answer = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (
            answer.Principal?.FindFirst(ClaimTypes.NameIdentifier) is not { } vouched
            || !answer.Properties.IsFor(Request.Path)
        )
        {
            TempData[ProviderTrouble.Key] = ProviderTrouble.Failed;
            return Redirect(ProviderTrip.Start);
        }

        var carried = answer.Properties.Carried;
        try
        {
            var subject = ProviderSubject.Of(vouched.Issuer, vouched.Value, provider.Label);
            return Redirect(next(await SendAsync(command(subject, carried)), carried));
        }
        catch (ValidationException broken)
        {
            TempData[ProviderTrouble.Key] = broken.Errors.First().ErrorMessage;
            return Redirect(answer.Properties.StartedFrom);
        }
    }
}
