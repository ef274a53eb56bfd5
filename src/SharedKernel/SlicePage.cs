using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.SharedKernel;

/// <summary>A page of a slice: it sends, and shows what was refused beside what was typed.</summary>
public abstract class SlicePage : PageModel
{
    private const string NoticeKey = "notice";

    /// <summary>What the page before this one has just done, once.</summary>
    public string? Notice
    {
        get => TempData[NoticeKey] as string;
        protected set => TempData[NoticeKey] = value;
    }

    /// <summary>
    /// Whoever sends a refused form again replaces what the page now shows them: it goes on from that version. Only for a page
    /// that tells what somebody else did meanwhile.
    /// </summary>
    protected void GoOnFrom(int version) => ShowAgain("Form.Version", $"{version}");

    /// <summary>A field of the form holds this when it is shown again, not what was posted; its errors stay.</summary>
    protected void ShowAgain(string field, string? value) =>
        ModelState.SetModelValue(field, new ValueProviderResult(value ?? ""));

    protected Task<TResponse> SendAsync<TResponse>(IRequest<TResponse> request) =>
        HttpContext.RequestServices.GetRequiredService<ISender>().Send(request, HttpContext.RequestAborted);

    /// <summary>Runs the command, then redirects with a notice; broken rules come back as form errors instead.</summary>
    /// <param name="command">What the form asks for; its fields are bound under the prefix <c>Form</c>.</param>
    /// <param name="url">Where to go, from the command's answer.</param>
    /// <param name="notice">What was done, as a sentence; null where the next page says it by itself.</param>
    /// <param name="reload">Fills what the page shows beside the form, when the form is shown again.</param>
    protected async Task<IActionResult> SendThenRedirectAsync<TResponse>(
        IRequest<TResponse> command,
        Func<TResponse, string> url,
        string? notice,
        Func<Task>? reload = null
    )
    {
        try
        {
            var response = await SendAsync(command);
            if (notice is not null)
            {
                Notice = notice;
            }

            return Redirect(url(response));
        }
        catch (ValidationException broken)
        {
            foreach (var error in broken.Errors)
            {
                ModelState.AddModelError($"Form.{error.PropertyName}", error.ErrorMessage);
            }

            if (reload is not null)
            {
                await reload();
            }

            return Page();
        }
    }
}
