using CaseNumerique.Platform.Data;
using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Privacy;

/// <summary>Wishes to be forgotten; one of a person without an account is written down here.</summary>
[AuditedAs("Demande d’effacement notée")]
internal static class ListErasures
{
    public sealed record Query : IRequest<Paged<Erasure>>
    {
        // Razor Pages keep the route value « page » for themselves.
        [FromQuery(Name = "page")]
        public int Page { get; init; } = 1;
    }

    public sealed class ListHandler(PlatformDbContext db) : IRequestHandler<Query, Paged<Erasure>>
    {
        public Task<Paged<Erasure>> Handle(Query query, CancellationToken cancellationToken) =>
            db
                .Erasures.AsNoTracking()
                .OrderBy(e => e.State == ErasureState.Asked ? 0 : 1)
                .ThenByDescending(e => e.AskedAt)
                .ToPageAsync(query.Page, cancellationToken);
    }

    public sealed record Command : IRequest<Guid>
    {
        public string Email { get; init; } = "";
        public string Name { get; init; } = "";
        public string Words { get; init; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email)
                .NotEmpty()
                .WithMessage("Indiquez l’adresse sous laquelle la personne est connue.")
                .EmailAddress()
                .WithMessage("Indiquez une adresse électronique, comme nom@exemple.nc.")
                .MaximumLength(Erasure.EmailMaxLength)
                .WithMessage("Indiquez une adresse électronique de {MaxLength} caractères au plus.");
            RuleFor(c => c.Name)
                .NotEmpty()
                .WithMessage("Indiquez le nom tel qu’il est écrit dans le réseau.")
                .MaximumLength(Erasure.NameMaxLength)
                .WithMessage("Abrégez le nom en {MaxLength} caractères.");
            RuleFor(c => c.Words)
                .NotEmpty()
                .WithMessage("Indiquez comment la personne l’a demandé, et comment vous savez que c’est elle.")
                .MaximumLength(Erasure.WordsMaxLength)
                .WithMessage("Résumez en {MaxLength} caractères.");
        }
    }

    public sealed class Handler(PlatformDbContext db, IAuditJournal journal, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var erasure = new Erasure
            {
                AccountId = null,
                Name = command.Name.Trim(),
                Email = command.Email.Trim(),
                Words = command.Words.Trim(),
                Pseudonym = Pseudonym.Draw(),
                AskedAt = clock.UtcNow,
                AskedBy = user.Name,
            };
            db.Erasures.Add(erasure);
            await db.SaveChangesAsync(cancellationToken);
            await journal.RecordAsync(
                new AuditFact("erasure.asked", "Effacement demandé", $"Erasure {erasure.Id}"),
                cancellationToken
            );
            return erasure.Id;
        }
    }

    [Authorize(Policies.Operate)]
    public sealed class Page : SlicePage
    {
        [BindProperty(SupportsGet = true)]
        public Query Filter { get; set; } = new();

        [BindProperty]
        public Command Form { get; set; } = new();

        public Paged<Erasure> List { get; private set; } = null!;

        public async Task OnGetAsync() => List = await SendAsync(Filter);

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(Form, id => $"/gestion/comptes/effacements/{id}", notice: null, OnGetAsync);
    }
}
