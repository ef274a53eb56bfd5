using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Proposals;
using CaseNumerique.Labelling.Features.Replies;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.FormalNotices;

/// <summary>Concludes a formal notice: all is put right, or a suspension is proposed, which another person decides.</summary>
[AuditedAs("Mise en demeure conclue")]
internal static class CloseFormalNotice
{
    /// <summary>Answers with where one goes on.</summary>
    public sealed record Command : IRequest<string>
    {
        public Guid Id { get; init; }
        public bool? IsSettled { get; init; }
        public string Conclusion { get; init; } = "";

        /// <summary>The version the person was looking at.</summary>
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, Impartiality impartiality, TimeProvider clock)
        {
            RuleFor(c => c.Conclusion).MustBeAReason();
            RuleFor(c => c.IsSettled)
                .NotNull()
                .WithMessage("Dites si tout est en ordre.")
                .CustomAsync(
                    async (isSettled, context, ct) =>
                    {
                        var notice = await db
                            .FormalNotices.AsNoTracking()
                            .SingleOrDefaultAsync(n => n.Id == context.InstanceToValidate.Id, ct);
                        var reason = notice switch
                        {
                            null or { IsOpen: false } => "Cette mise en demeure est déjà conclue.",
                            // The EPN has all of its time to put things right, also after it has answered.
                            _ when isSettled is false && clock.Today <= notice.DueOn =>
                                $"L’espace peut répondre et régulariser jusqu’au {FrenchText.Date(notice.DueOn)} inclus\u00A0: "
                                    + "concluez que tout est en ordre, ou attendez la fin du délai.",
                            _ => await impartiality.ReasonAgainstAsync(notice.EpnId, ct),
                        };
                        if (reason is not null)
                        {
                            context.AddFailure(reason);
                        }
                    }
                );
        }
    }

    public sealed class Handler(LabellingDbContext db, IFileStore store, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var notice = await db.FormalNotices.SingleAsync(n => n.Id == command.Id, cancellationToken);
            var label = await db.Labels.SingleAsync(l => l.Id == notice.LabelId, cancellationToken);
            var conclusion = command.Conclusion.Trim();
            db.Entry(notice).Property(n => n.Version).OriginalValue = command.Version;
            notice.Close(command.IsSettled!.Value, conclusion, user, clock.UtcNow);
            await db.DropOpenReplyAsync(store, notice.Id, cancellationToken);
            var what = notice.IsSettled ? "Mise en demeure régularisée" : "Mise en demeure restée sans remède";
            db.LabelEvents.Add(LabelEvent.Of(label, what, user, clock.UtcNow, conclusion));
            db.Announce(notice.ToNoticeMoved("cloture"), label.Id);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                const string message =
                    "L’espace vient de répondre, ou quelqu’un de conclure. Relisez, puis recommencez.";
                throw new ValidationException([new ValidationFailure(nameof(Command.Conclusion), message)]);
            }

            var url = $"/gestion/labellisation/labels/{label.Number}";
            return notice.IsSettled || label.Status is LabelStatus.Suspended ? url : $"{url}/suspension";
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public FormalNotice Shown { get; private set; } = null!;

        public string EpnName { get; private set; } = "";

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            Form = new Command { Version = Shown.Version };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            Form = Form with { Id = id };
            return await SendThenRedirectAsync(Form, url => url, "La mise en demeure est conclue.");
        }

        private async Task<bool> LoadAsync(Guid id)
        {
            var found = await db
                .FormalNotices.AsNoTracking()
                .Where(n => n.Id == id)
                .Join(db.Epns, n => n.EpnId, e => e.Id, (n, e) => new { Notice = n, e.Name })
                .SingleOrDefaultAsync(HttpContext.RequestAborted);
            (Shown, EpnName) = (found?.Notice!, found?.Name ?? "");
            return found is not null;
        }
    }
}
