using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Replies;

/// <summary>Files join an answer before its words are looked at: a form that is refused afterwards loses none.</summary>
[AuditedAs("Fichiers joints à une réponse")]
internal static class AttachFiles
{
    /// <summary>All that one form sends at once, when the browser sends it by itself.</summary>
    public const long MaxRequestBytes = 121_000_000;

    /// <summary>Answers with the id of the reply that is being written.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public Guid EpnId { get; init; }
        public Guid SubjectId { get; init; }
        public SentFiles Sent { get; init; } = new();

        /// <summary>Attached before, and not wanted any more.</summary>
        public IReadOnlyList<Guid> Removed { get; init; } = [];
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, ICurrentUser user)
        {
            RuleFor(c => c.EpnId)
                .Must(user.EpnIds.Contains)
                .WithMessage("Vous n’agissez pas pour cet espace.")
                .OverridePropertyName("Sent.Files");
            RuleFor(c => c.SubjectId)
                .MustAsync(
                    async (c, id, ct) =>
                        await db.FormalNotices.AnyAsync(n => n.Id == id && n.EpnId == c.EpnId && n.ClosedAt == null, ct)
                        || await db.Conditions.AnyAsync(
                            k =>
                                k.Id == id
                                && k.LiftedAt == null
                                && k.ProposedAt == null
                                && db.Labels.Any(l => l.Id == k.LabelId && l.EpnId == c.EpnId),
                            ct
                        )
                )
                .WithMessage("Ce point n’attend plus de réponse\u00A0: le fichier n’y est pas joint. Écrivez-nous.")
                .OverridePropertyName("Sent.Files");
        }
    }

    public sealed class Handler(LabellingDbContext db, IFileStore store) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var owner = EpnReply.OwnerOf(await OpenAsync(command, cancellationToken));
            foreach (var file in command.Removed)
            {
                await store.DeleteAsync(owner, file, cancellationToken);
            }

            await command.Sent.KeepAsync(store, EpnReply.Rule, owner, nameof(Command.Sent), cancellationToken);
            return owner.SubjectId;
        }

        private async Task<Guid> OpenAsync(Command command, CancellationToken cancellationToken)
        {
            if (await db.OpenReplyAsync(command.SubjectId, cancellationToken) is { } known)
            {
                return known.Id;
            }

            var reply = new EpnReply { EpnId = command.EpnId, SubjectId = command.SubjectId };
            db.EpnReplies.Add(reply);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return reply.Id;
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                // A colleague attached something at the same moment: both go on with one.
                db.ChangeTracker.Clear();
                return (await db.OpenReplyAsync(command.SubjectId, cancellationToken))!.Id;
            }
        }
    }
}
