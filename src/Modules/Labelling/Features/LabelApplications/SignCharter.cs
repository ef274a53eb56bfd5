using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>Somebody signs the charter for the structure that answers for the EPN: name, function, and a tick.</summary>
[AuditedAs("Charte signée")]
internal static class SignCharter
{
    public sealed record Command : IRequest<Guid>
    {
        public Guid Id { get; init; }

        /// <summary>The version that the person was reading.</summary>
        public Guid CharterId { get; init; }

        /// <summary>The instant, in ticks, of the signature that the person was looking at; 0 where there was none.</summary>
        public long Seen { get; init; }

        public string Name { get; init; } = "";
        public string Function { get; init; } = "";
        public bool IsAccepted { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, TimeProvider clock)
        {
            RuleFor(c => c.Id).MustBeEditable(db);
            RuleFor(c => c.Name)
                .NotEmpty()
                .WithMessage("Indiquez le nom de la personne qui signe.")
                .MaximumLength(LabelApplication.NameMaxLength)
                .WithMessage("Écrivez le nom en {MaxLength} caractères.");
            RuleFor(c => c.Function)
                .NotEmpty()
                .WithMessage("Indiquez en quelle qualité elle signe\u00A0: maire, présidente…")
                .MaximumLength(LabelApplication.FunctionMaxLength)
                .WithMessage("Écrivez la fonction en {MaxLength} caractères.");
            RuleFor(c => c.IsAccepted)
                .Equal(true)
                .WithMessage("Cochez la case pour signer\u00A0: sans elle, la charte n’engage pas.");
            RuleFor(c => c.CharterId)
                .MustAsync(
                    async (command, id, ct) =>
                        (await FileContent.LoadAsync(db, command.Id, ct)).CharterOn(clock.Today).Id == id
                )
                .WithMessage("La charte vient de changer. Relisez-la, puis signez.");
        }
    }

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            var (name, function) = (command.Name.Trim(), command.Function.Trim());
            if (SeenOf(file) != command.Seen && (file.CharterSignedBy, file.CharterFunction) != (name, function))
            {
                var message =
                    $"{file.CharterSignedBy}, {file.CharterFunction}, a signé entre-temps, le {FrenchText.Instant(file.CharterSignedAt!.Value)}. "
                    + "Ce que vous avez saisi est resté ici\u00A0: signez de nouveau pour le garder.";
                throw Refusal(nameof(Command.Name), message);
            }

            file.CharterId = command.CharterId;
            file.CharterSignedBy = name;
            file.CharterFunction = function;
            file.CharterSignedAt = clock.UtcNow;
            file.CharterSignedById = user.Id;
            file.Touch();
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                const string message = "Quelqu’un enregistre ce dossier en même temps. Signez de nouveau.";
                throw Refusal(nameof(Command.IsAccepted), message);
            }

            await db.NoteSavedAsync(file.Id, clock.UtcNow, cancellationToken);
            return file.Id;
        }

        private static ValidationException Refusal(string field, string words) =>
            new([new ValidationFailure(field, words)]);
    }

    public static long SeenOf(LabelApplication file) => file.CharterSignedAt?.Ticks ?? 0;

    [Authorize(Policies.Apply)]
    public sealed class Page : StepPage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public override FileStep Step => FileStep.Signing;

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (await OpenAsync(id) is { } instead)
            {
                return instead;
            }

            Form = new Command
            {
                Name = Application.CharterSignedBy ?? "",
                Function = Application.CharterFunction ?? "",
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id) =>
            await OpenAsync(id) ?? (MayBind ? await SaveAsync(Form with { Id = id }, () => NextUrl) : Forbid());
    }
}
