using System.Net;
using System.Text.Json;
using CaseNumerique.TestKit;

namespace CaseNumerique.Host.Tests;

/// <summary>What <c>/sante/pret</c> answers.</summary>
internal sealed record Readiness(HttpStatusCode Status, IReadOnlyList<string> Reasons)
{
    public static Readiness Read(Page page)
    {
        using var json = JsonDocument.Parse(page.Body);
        return new(
            page.Status,
            [.. json.RootElement.GetProperty("raisons").EnumerateArray().Select(r => r.GetString()!)]
        );
    }
}
