using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Replies;

/// <summary>A reply as both sides read it, with what goes with it.</summary>
/// <param name="Proof">Of the library of the EPN.</param>
internal sealed record SentReply(
    EpnReply Reply,
    IReadOnlyList<KeptFile> Files,
    Evidence? Proof,
    IReadOnlyList<KeptFile> ProofFiles
);

/// <summary>What the slices about conditions and formal notices ask and do together.</summary>
internal static class Replies
{
    extension(LabellingDbContext db)
    {
        /// <summary>Those sent about some things, newest first.</summary>
        public async Task<IReadOnlyList<SentReply>> SentRepliesAsync(
            IFileStore store,
            IReadOnlyCollection<Guid> subjectIds,
            CancellationToken cancellationToken
        )
        {
            var rows = await db
                .EpnReplies.AsNoTracking()
                .Where(r => subjectIds.Contains(r.SubjectId) && r.SentAt != null)
                .OrderByDescending(r => r.SentAt)
                .Select(r => new { Reply = r, Proof = db.Evidence.FirstOrDefault(e => e.Id == r.EvidenceId) })
                .ToListAsync(cancellationToken);
            List<SentReply> replies = [];
            foreach (var row in rows)
            {
                replies.Add(
                    new(
                        row.Reply,
                        await store.ListAsync(EpnReply.OwnerOf(row.Reply.Id), cancellationToken),
                        row.Proof,
                        row.Proof is { } proof
                            ? await store.ListAsync(Evidence.OwnerOf(proof.Id), cancellationToken)
                            : []
                    )
                );
            }

            return replies;
        }

        /// <summary>The reply that is being written, tracked; null where nothing was attached yet.</summary>
        public Task<EpnReply?> OpenReplyAsync(Guid subjectId, CancellationToken cancellationToken) =>
            db.EpnReplies.SingleOrDefaultAsync(r => r.SubjectId == subjectId && r.SentAt == null, cancellationToken);

        /// <summary>Sends the words, with the files that were attached before; the caller saves.</summary>
        public async Task SendReplyAsync(
            EpnReply reply,
            string text,
            Guid? evidenceId,
            ICurrentUser user,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            var open = await db.OpenReplyAsync(reply.SubjectId, cancellationToken);
            if (open is null)
            {
                db.EpnReplies.Add(open = reply);
            }

            open.Send(text, evidenceId, user, now);
        }

        /// <summary>Nobody waits for an answer any more: the files of one that was never sent go.</summary>
        public async Task DropOpenReplyAsync(IFileStore store, Guid subjectId, CancellationToken cancellationToken)
        {
            if (await db.OpenReplyAsync(subjectId, cancellationToken) is not { } open)
            {
                return;
            }

            foreach (var file in await store.ListAsync(EpnReply.OwnerOf(open.Id), cancellationToken))
            {
                await store.DeleteAsync(EpnReply.OwnerOf(open.Id), file.Id, cancellationToken);
            }

            db.EpnReplies.Remove(open);
        }

        /// <summary>The last reply did not do: what is said of it stays beside it; the caller saves.</summary>
        public async Task NoteRemarkAsync(Guid subjectId, string remark, CancellationToken cancellationToken)
        {
            var last = await db
                .EpnReplies.Where(r => r.SubjectId == subjectId && r.SentAt != null)
                .OrderByDescending(r => r.SentAt)
                .FirstOrDefaultAsync(cancellationToken);
            // What was said of it first stays: the thing itself says what is asked for now.
            last?.Remark ??= remark;
        }
    }
}
