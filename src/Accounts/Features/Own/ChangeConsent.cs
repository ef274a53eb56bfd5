using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Own;

/// <summary>What a person agrees to, and takes back as easily.</summary>
[AuditedAs("Accord changé")]
internal static class ChangeConsent
{
    /// <summary>What can be agreed to. A new wording asks anew: the accords given under the old one stay what they were.</summary>
    public static readonly Kind[] Kinds =
    [
        new(
            "annuaire",
            1,
            "Figurer dans l’annuaire du réseau",
            "Les gestionnaires et animateurs des autres espaces voient mon nom, mon adresse électronique et mes espaces."
        ),
    ];

    public sealed record Kind(string Key, int Wording, string Title, string Words);

    public sealed record Command : IRequest<Unit>
    {
        public string Kind { get; init; } = "";

        /// <summary>Whether the person agrees, and does not take it back.</summary>
        public bool Agrees { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Kind)
                .Must(key => Kinds.Any(k => k.Key == key))
                .OverridePropertyName("")
                .WithMessage("Cet accord n’existe pas.");
    }

    public sealed class Handler(AccountsDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var kind = Kinds.Single(k => k.Key == command.Kind);
            var given = await db
                .Consents.Where(c => c.AccountId == user.Id && c.Kind == kind.Key && c.WithdrawnAt == null)
                .ToListAsync(cancellationToken);
            if (command.Agrees && given.All(c => c.Wording != kind.Wording))
            {
                db.Consents.Add(
                    new Consent
                    {
                        AccountId = user.Id!.Value,
                        Kind = kind.Key,
                        Wording = kind.Wording,
                        GivenAt = clock.UtcNow,
                    }
                );
            }
            else if (!command.Agrees)
            {
                given.ForEach(c => c.WithdrawnAt = clock.UtcNow);
            }

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(AccountsDbContext db, ICurrentUser user) : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>All that was ever given, newest first.</summary>
        public IReadOnlyList<Consent> Consents { get; private set; } = [];

        public async Task OnGetAsync() =>
            Consents = await db
                .Consents.AsNoTracking()
                .Where(c => c.AccountId == user.Id)
                .OrderByDescending(c => c.GivenAt)
                .ToListAsync(HttpContext.RequestAborted);

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, _ => "/mon-compte/accords", "C’est noté, à la date d’aujourd’hui.", OnGetAsync);
    }
}
