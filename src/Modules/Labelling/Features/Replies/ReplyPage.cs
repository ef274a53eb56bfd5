using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Labelling.Features.Replies;

/// <summary>A page that shows what an EPN has sent about something, and may take the files of what it writes next.</summary>
internal abstract class ReplyPage : SlicePage
{
    /// <summary>Newest first.</summary>
    public IReadOnlyList<SentReply> Replies { get; private set; } = [];

    /// <summary>What goes with the answer that is being written.</summary>
    public IReadOnlyList<KeptFile> Attached { get; private set; } = [];

    /// <summary>Whether somebody else has answered, or ÉcoNum has looked at it, since this page was opened.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>Refused, the form goes on from what the page shows above it.</summary>
    protected void GoOn(int posted, int current)
    {
        IsOvertaken = posted != current;
        GoOnFrom(current);
    }

    protected async Task LoadRepliesAsync(Guid subjectId)
    {
        var db = HttpContext.RequestServices.GetRequiredService<LabellingDbContext>();
        var store = HttpContext.RequestServices.GetRequiredService<IFileStore>();
        Replies = await db.SentRepliesAsync(store, [subjectId], HttpContext.RequestAborted);
        var open = await db
            .EpnReplies.Where(r => r.SubjectId == subjectId && r.SentAt == null)
            .Select(r => (Guid?)r.Id)
            .SingleOrDefaultAsync(HttpContext.RequestAborted);
        Attached = open is { } id ? await store.ListAsync(EpnReply.OwnerOf(id), HttpContext.RequestAborted) : [];
    }

    /// <param name="removed">Of <see cref="Attached"/>.</param>
    /// <returns>The form again, where a file was refused; null where the words may follow.</returns>
    protected async Task<IActionResult?> AttachAsync(Guid epnId, Guid subjectId, SentFiles sent, List<Guid> removed)
    {
        if (sent.Count + removed.Count == 0)
        {
            return null;
        }

        var command = new AttachFiles.Command
        {
            EpnId = epnId,
            SubjectId = subjectId,
            Sent = sent,
            Removed = removed,
        };
        var answer = await SendThenRedirectAsync(command, _ => Request.Path, notice: null);
        await LoadRepliesAsync(subjectId);
        return answer as PageResult;
    }
}
