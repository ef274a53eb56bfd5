using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Http;

namespace CaseNumerique.Platform.Audit;

/// <summary>Adds a line to what a context is about to save.</summary>
internal sealed class AuditWriter(ICurrentUser user, IHttpContextAccessor http, TimeProvider clock)
{
    public AuditEntry Write(ModuleDbContext db, AuditFact fact, IReadOnlyList<AuditChange> changes)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var from = OriginOf(fact) is { } origin ? AuditDetail.Of(id, AuditPart.From, AuditJson.Write(origin)) : null;
        var told = changes.Count > 0 ? AuditDetail.Of(id, AuditPart.Changes, AuditJson.Write(changes)) : null;
        var entry = new AuditEntry
        {
            Id = id,
            At = clock.UtcNow,
            ActorId = fact.ActorId ?? user.Id,
            Action = Cut(fact.Action, AuditEntry.ActionMaxLength),
            Title = Cut(fact.Title, AuditEntry.TitleMaxLength),
            Subject = Cut(fact.Subject, AuditEntry.SubjectMaxLength),
            SearchText = Cut(FrenchText.Fold($"{fact.Title} {fact.Subject}"), AuditEntry.SearchTextMaxLength),
            Outcome = fact.Outcome,
            FromHash = from?.ComputeHash(),
            ChangesHash = told?.ComputeHash(),
        };
        db.Add(entry);
        db.AddRange(new[] { from, told }.OfType<AuditDetail>());
        AuditScope.Current?.NoteWriting();
        return entry;
    }

    private AuditOrigin? OriginOf(AuditFact fact)
    {
        if (http.HttpContext is not { } context)
        {
            return null;
        }

        // While somebody signs in, the current user is still nobody: the account's own name is found by its id.
        var isCurrent = fact.ActorId is null || fact.ActorId == user.Id;
        var actsFor = user.AnswerableIds.Where(id => id != user.Id).ToList();
        return new AuditOrigin(
            isCurrent ? user.Name : null,
            isCurrent ? user.Email : null,
            context.Connection.RemoteIpAddress?.ToString(),
            context.Request.Headers.UserAgent.ToString() is { Length: > 0 } browser ? Cut(browser, 300) : null,
            actsFor.Count > 0 ? actsFor : null
        );
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
