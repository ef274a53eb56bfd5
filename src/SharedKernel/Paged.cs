using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.SharedKernel;

/// <summary>One page of a longer list.</summary>
/// <param name="Number">From 1.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Number, int Total, int Size) : IPaged
{
    public int LastNumber => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>What the page links need to know of a list.</summary>
public interface IPaged
{
    int Number { get; }
    int LastNumber { get; }
    int Total { get; }
}

public static class PagedQuery
{
    public const int DefaultSize = 20;

    /// <summary>Reads one page; a number past the end gives the last page.</summary>
    public static async Task<Paged<T>> ToPageAsync<T>(
        this IQueryable<T> rows,
        int number,
        CancellationToken cancellationToken,
        int size = DefaultSize
    )
    {
        var total = await rows.CountAsync(cancellationToken);
        var page = new Paged<T>([], Math.Max(1, number), total, size);
        page = page with { Number = Math.Min(page.Number, page.LastNumber) };
        var skipped = (page.Number - 1) * size;
        return page with { Rows = await rows.Skip(skipped).Take(size).ToListAsync(cancellationToken) };
    }
}
