using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>The first step: who answers for the EPN, where it is, what it wants. What can be kept is kept, whatever else is wrong.</summary>
[AuditedAs("Gestionnaire et projet enregistrés")]
internal static class DescribeProject
{
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }
        public string OperatorName { get; init; } = "";
        public string Ridet { get; init; } = "";
        public string Project { get; init; } = "";
        public EpnContext Context { get; init; }

        /// <summary>The version that the person was looking at.</summary>
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.Id).MustBeEditable(db);
            RuleFor(c => c.Context).IsInEnum().WithMessage("Choisissez où l’espace se trouve.");
        }
    }

    public sealed class Handler(LabellingDbContext db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            var wrong = file.Version == command.Version ? [] : ProjectWriter.Differences(file, command);
            if (wrong.Count == 0)
            {
                wrong = ProjectWriter.Take(file, command);
                if (db.Entry(file).State is EntityState.Modified)
                {
                    file.Touch();
                }

                await SaveAsync(cancellationToken);
                await db.NoteSavedAsync(file.Id, clock.UtcNow, cancellationToken);
            }

            return wrong.Count == 0 ? file.Id : throw new ValidationException(wrong);
        }

        private async Task SaveAsync(CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                const string message = "Quelqu’un enregistre cette étape en même temps. Enregistrez de nouveau.";
                throw new ValidationException([new ValidationFailure(nameof(Command.Project), message)]);
            }
        }
    }

    [Authorize(Policies.Apply)]
    public sealed class Page : StepPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public override FileStep Step => FileStep.Operator;

        protected override IReadOnlyDictionary<string, string> Versions =>
            new Dictionary<string, string> { ["Form.Version"] = $"{Application.Version}" };

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (await OpenAsync(id) is { } instead)
            {
                return instead;
            }

            Form = new Command
            {
                OperatorName = Application.OperatorName ?? "",
                Ridet = Application.Ridet is { } ridet ? Data.Ridet.Format(ridet) : "",
                Project = Application.Project ?? "",
                Context = Application.Context,
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await OpenAsync(id) ?? await SaveAsync(Form with { Id = id }, () => NextUrl);
    }
}
