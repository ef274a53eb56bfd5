using System.Security.Claims;

namespace CaseNumerique.SharedKernel;

/// <summary>A module's contribution to the to-do list that opens the back-office.</summary>
public interface ITodoSource
{
    Task<IReadOnlyList<TodoItem>> ForAsync(ClaimsPrincipal person, CancellationToken cancellationToken);
}

/// <summary>One thing to do.</summary>
/// <param name="Title">Verb and object.</param>
/// <param name="Tag">Kind of the tag: <c>late</c>, <c>todo</c>, <c>review</c> or <c>draft</c>.</param>
/// <param name="When">The words of the tag: by when, or since when.</param>
/// <param name="Urgency">0 for what is blocked; the list is sorted by it.</param>
public sealed record TodoItem(string Title, string Url, string Detail, string Tag, string When, int Urgency);
