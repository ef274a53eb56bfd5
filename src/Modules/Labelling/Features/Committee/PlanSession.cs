using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>Plans a session of the committee; whoever is a member that day has a seat in it.</summary>
[AuditedAs("Séance du comité prévue")]
internal static class PlanSession
{
    /// <summary>Answers with the id of the session.</summary>
    public sealed record Command : IRequest<Guid>
    {
        public DateOnly? HeldOn { get; init; }

        /// <summary>On a clock in Nouméa.</summary>
        public TimeOnly? HeldAt { get; init; }

        public string? Place { get; init; }
        public string? RemoteLink { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, TimeProvider clock)
        {
            RuleFor(c => c.HeldOn)
                .NotEmpty()
                .WithMessage("Indiquez le jour de la séance.")
                .Must(day => day is null || day >= clock.Today)
                .WithMessage("Choisissez un jour à venir.")
                .MustAsync(async (_, ct) => (await db.ProcedureRules.AsNoTracking().InForceAsync(ct)).HasCommittee)
                .WithMessage("Les règles de procédure ne prévoient pas de comité.")
                .MustAsync((_, ct) => db.Staff.AnyAsync(s => s.IsCommittee && s.IsOpen, ct))
                .WithMessage("Personne n’est membre du comité : donnez d’abord ce rôle à des comptes.");
            RuleFor(c => c.HeldAt).NotEmpty().WithMessage("Indiquez l’heure de la séance, comme 9:00.");
            RuleFor(c => c.Place)
                .MaximumLength(CommitteeSession.PlaceMaxLength)
                .WithMessage("Le lieu compte {MaxLength} caractères au plus.")
                .Must((c, place) => !string.IsNullOrWhiteSpace(place) || !string.IsNullOrWhiteSpace(c.RemoteLink))
                .WithMessage("Indiquez un lieu, ou un lien pour siéger à distance.");
            RuleFor(c => c.RemoteLink)
                .MaximumLength(CommitteeSession.LinkMaxLength)
                .WithMessage("Le lien compte {MaxLength} caractères au plus.")
                .Must(link =>
                    string.IsNullOrWhiteSpace(link)
                    || (Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps)
                )
                .WithMessage("Le lien commence par https://.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
            var members = await db
                .Staff.AsNoTracking()
                .Where(s => s.IsCommittee && s.IsOpen)
                .OrderBy(s => s.Name)
                .ToListAsync(cancellationToken);
            var session = new CommitteeSession
            {
                HeldAt = NoumeaTime.ToUtc(command.HeldOn!.Value, command.HeldAt!.Value),
                Place = Blank(command.Place),
                RemoteLink = Blank(command.RemoteLink),
                QuorumPercent = rules.QuorumPercent,
                PlannedBy = user.Name,
                PlannedById = user.Id,
                Seats =
                [
                    .. members.Select(m => new CommitteeSeat
                    {
                        AccountId = m.Id,
                        Name = m.Name,
                        Email = m.Email,
                    }),
                ],
            };
            db.CommitteeSessions.Add(session);
            await db.SaveChangesAsync(cancellationToken);
            return session.Id;
        }

        private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    [Authorize(Policies.Assess)]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        private const int UsualDays = 21;

        [BindProperty]
        public Command Form { get; set; } = new();

        public void OnGet() =>
            Form = new Command { HeldOn = clock.Today.AddDays(UsualDays), HeldAt = new TimeOnly(9, 0) };

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                id => $"/gestion/labellisation/comites/{id}",
                "La séance est prévue. Inscrivez des dossiers, puis convoquez les membres."
            );
    }
}
