using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Http.Extensions;

namespace CaseNumerique.Host.Features;

/// <summary>The links under a long list: first, last, and those around the current page.</summary>
internal static class PageLinks
{
    /// <summary>Numbers to show in order; null where some are left out.</summary>
    public static IEnumerable<int?> Around(IPaged list)
    {
        var previous = 0;
        int[] shown = [1, list.Number - 1, list.Number, list.Number + 1, list.LastNumber];
        foreach (var number in shown.Where(n => n >= 1 && n <= list.LastNumber).Distinct().Order())
        {
            if (number > previous + 1)
            {
                yield return null;
            }

            yield return number;
            previous = number;
        }
    }

    /// <summary>The same list with the same filters, at another page.</summary>
    public static string Url(HttpRequest request, int number)
    {
        var query = new QueryBuilder(request.Query.Where(q => q.Key != "page")) { { "page", $"{number}" } };
        return query.ToString();
    }
}
