using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.SelfChecks;

/// <summary>« Suis-je prêt ? » begins: the context is chosen, and a personal link made.</summary>
[AuditedAs("Pré-diagnostic commencé")]
[NotAudited]
internal static class StartSelfCheck
{
    /// <summary>Answers with what the personal link bears.</summary>
    public sealed record Command : IRequest<string>
    {
        public EpnContext? Context { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Context)
                .NotNull()
                .WithMessage("Choisissez où se trouve l’espace : les seuils en dépendent.")
                .IsInEnum()
                .WithMessage("Choisissez l’un des quatre contextes.");
    }

    public sealed class Handler(LabellingDbContext db, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
            var token = SelfCheck.NewToken();
            db.SelfChecks.Add(
                new SelfCheck
                {
                    TokenHash = SelfCheck.HashOf(token),
                    CriteriaSetId = await db
                        .CriteriaSets.Where(s => s.Status == CriteriaSetStatus.Published)
                        .Select(s => s.Id)
                        .SingleAsync(cancellationToken),
                    Context = command.Context!.Value,
                    StartedAt = clock.UtcNow,
                    ExpiresOn = clock.Today.AddDays(rules.PreDiagnosticDays),
                }
            );
            await db.SaveChangesAsync(cancellationToken);
            return token;
        }
    }

    [AllowAnonymous]
    [EnableRateLimiting(SelfCheckRateLimit.Start)]
    public sealed class Page(LabellingDbContext db) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public int Criteria { get; private set; }

        public int Days { get; private set; }

        public Task OnGetAsync() => LoadAsync();

        public async Task<IActionResult> OnPostAsync()
        {
            var first = await db
                .CriteriaSets.Where(s => s.Status == CriteriaSetStatus.Published)
                .SelectMany(s => s.Chapters)
                .OrderBy(c => c.Position)
                .Select(c => c.Code)
                .FirstAsync(HttpContext.RequestAborted);
            return await SendThenRedirectAsync(
                Form,
                token => $"{SelfCheckPage.Root}/{token}/{first}",
                notice: null,
                LoadAsync
            );
        }

        private async Task LoadAsync()
        {
            Criteria = await db
                .CriteriaSets.Where(s => s.Status == CriteriaSetStatus.Published)
                .SelectMany(s => s.Chapters)
                .SumAsync(c => c.Criteria.Count, HttpContext.RequestAborted);
            Days = (await db.ProcedureRules.AsNoTracking().InForceAsync(HttpContext.RequestAborted)).PreDiagnosticDays;
        }
    }
}
