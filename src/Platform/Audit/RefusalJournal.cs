using System.Collections.Concurrent;
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

    private const int MostKept = 1000;
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Guid Person, string What), Window> _recent = new();

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
        var now = clock.UtcNow;
        var repeated = 0;
        var window = _recent.AddOrUpdate(
            (person, what),
            _ => new Window(now, 0),
            (_, old) =>
            {
                var isOver = now - old.Since >= _window;
                repeated = isOver ? old.Repeated : 0;
                return isOver ? new Window(now, 0) : old with { Repeated = old.Repeated + 1 };
            }
        );
        if (window.Repeated > 0)
        {
            return;
        }

        foreach (var old in _recent.Count > MostKept ? _recent.Where(r => now - r.Value.Since >= _window) : [])
        {
            _recent.TryRemove(old);
        }

        // The request may be gone; its refusal is written all the same.
        await journal.RecordAsync(
            new AuditFact(
                Action,
                "Accès refusé",
                what,
                AuditOutcome.Refused,
                repeated == 0 ? null : new Dictionary<string, string?> { ["Refus semblables avant"] = $"{repeated}" }
            ),
            CancellationToken.None
        );
    }

    private sealed record Window(DateTime Since, int Repeated);
}
