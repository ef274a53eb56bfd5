using System.Security.Claims;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Messages;

/// <summary>The EPN and the people of ÉcoNum write to each other about a file; who answers has read.</summary>
[AuditedAs("Message écrit")]
internal static class PostMessage
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public string Text { get; init; } = "";

        /// <summary>Set from who writes.</summary>
        public bool IsFromEpn { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.Id)
                .MustAsync((id, ct) => db.Applications.AnyAsync(a => a.Id == id && a.Number != null, ct))
                .OverridePropertyName("")
                .WithMessage("Le dossier doit d’abord être déposé.");
            RuleFor(c => c.Text)
                .NotEmpty()
                .WithMessage("Écrivez votre message.")
                .MaximumLength(FileMessage.TextMaxLength)
                .WithMessage("Écrivez {MaxLength} caractères au plus, ou envoyez deux messages.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            var unread = await db.Messages.Unread(command.Id, command.IsFromEpn).ToListAsync(cancellationToken);
            unread.ForEach(m => m.ReadAt = clock.UtcNow);
            var message = new FileMessage
            {
                ApplicationId = file.Id,
                At = clock.UtcNow,
                IsFromEpn = command.IsFromEpn,
                By = user.Name,
                ById = user.Id,
                Text = command.Text.Trim(),
            };
            db.Messages.Add(message);
            db.Announce(file, FileNews.Message, message.Id);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page(LabellingDbContext db) : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>Oldest first, as people talk.</summary>
        public IReadOnlyList<FileMessage> Messages { get; private set; } = [];

        public bool MayWrite => User.IsEcoNum || MayApply;

        public bool HasUnread => MayWrite && Messages.Any(m => m.ReadAt is null && m.IsFromEpn != IsEpn);

        private bool IsEpn => !User.IsEcoNum;

        public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await LoadAsync(id) && MayWrite
                ? await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                        IsFromEpn = IsEpn,
                    },
                    _ => $"{FileUrl}/messages",
                    "Votre message est envoyé."
                )
                : NotFound();

        private async Task<bool> LoadAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return false;
            }

            Messages = await db
                .Messages.AsNoTracking()
                .Where(m => m.ApplicationId == id)
                .OrderBy(m => m.At)
                .ThenBy(m => m.Id)
                .ToListAsync(HttpContext.RequestAborted);
            return true;
        }
    }
}

internal static class FileMessageQueries
{
    /// <summary>What one side has not read of the other.</summary>
    /// <param name="byEpn">Whether it is the EPN that reads.</param>
    public static IQueryable<FileMessage> Unread(
        this IQueryable<FileMessage> messages,
        Guid applicationId,
        bool byEpn
    ) => messages.Where(m => m.ApplicationId == applicationId && m.IsFromEpn != byEpn && m.ReadAt == null);
}
