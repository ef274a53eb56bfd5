using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseNumerique.Platform.Audit;

/// <summary>Writes down each refusal to somebody who has signed in, by the rights of a page or by its own decision.</summary>
internal sealed class RefusalJournal(RequestDelegate next, IAuditJournal journal, TimeProvider clock)
{
    public const string Action = "access.refused";

    private readonly OncePerMinute<(Guid Person, string What)> _lines = new(clock);

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (
            context.Response.StatusCode == StatusCodes.Status403Forbidden
            && context.User.AccountId is { } person
            // The error page, which is answered inside the refused request, is no second refusal.
            && context.Features.Get<IStatusCodeReExecuteFeature>() is null
            && context.GetEndpoint() is RouteEndpoint endpoint
            && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        )
        {
            await RecordAsync(person, $"{context.Request.Method} /{endpoint.RoutePattern.RawText?.TrimStart('/')}");
        }
    }

    /// <summary>The same refusal again within a minute is counted, and the count stands in the next line.</summary>
    private async Task RecordAsync(Guid person, string what)
    {
        if (_lines.Count((person, what)) is not { } unwritten)
        {
            return;
        }

        // The request may be gone; its refusal is written all the same.
        await journal.RecordAsync(
            new AuditFact(
                Action,
                "Accès refusé",
                what,
                AuditOutcome.Refused,
                unwritten == 0 ? null : new Dictionary<string, string?> { ["Refus semblables avant"] = $"{unwritten}" }
            ),
            CancellationToken.None
        );
    }
}
