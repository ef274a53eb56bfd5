using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>The EPN files its application: it receives a number and a seal, and its answers stand still.</summary>
[AuditedAs("Dossier déposé")]
internal static class SubmitApplication
{
    /// <summary>Answers with the number.</summary>
    /// <param name="Version">The version of the file that the person was reading.</param>
    public sealed record Command(Guid Id, int Version) : IRequest<string>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, ApplyingRules rules, TimeProvider clock) =>
            RuleFor(c => c.Id)
                .CustomAsync(
                    async (id, context, ct) =>
                    {
                        var content = await FileContent.LoadAsync(db, id, ct);
                        // What is missing says nothing to whom the file is no longer theirs to file.
                        var against =
                            ApplicationMove.Submit.ReasonAgainst(content.File)
                            ?? await rules.AgainstFilingAsync(content.File, ct);
                        var faults = against is { } reason
                            ? [reason]
                            : Completeness.Of(content, clock.Today).Gaps.Select(g => g.Words);
                        foreach (var words in faults)
                        {
                            context.AddFailure(new ValidationFailure("", words));
                        }
                    }
                );
    }

    public sealed class Handler(LabellingDbContext db, IFileStore store, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, string>
    {
        private const int Attempts = 5;

        public async Task<string> Handle(Command command, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await FileAsync(command, cancellationToken);
                }
                catch (DbUpdateConcurrencyException)
                {
                    throw Changed();
                }
                catch (DbUpdateException error) when (error.IsDuplicate() && attempt < Attempts)
                {
                    // Another file took the number first.
                    db.ChangeTracker.Clear();
                }
            }
        }

        private async Task<string> FileAsync(Command command, CancellationToken cancellationToken)
        {
            var now = clock.UtcNow;
            var content = await FileContent.LoadAsync(db, command.Id, cancellationToken);
            var file = content.File;
            if (file.Version != command.Version)
            {
                throw Changed();
            }

            var number = await db.NextNumberAsync(clock.Today.Year, cancellationToken);
            var version = await db.NextVersionAsync(content, number, store, now, cancellationToken);
            db.FiledVersions.Add(version);
            file.NoteFiling(number, version.Seal, user, now);
            var line = file.Make(ApplicationMove.Submit, user, now);
            db.ApplicationEvents.Add(line);
            db.Announce(file.ToMoved(line), file.Id);
            await db.KeepLabelDuringRenewalAsync(file, user, clock, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return number;
        }

        private static ValidationException Changed() =>
            new([new ValidationFailure("", "Quelqu’un vient de modifier le dossier. Relisez-le, puis déposez.")]);
    }

    [Authorize(Policies.Apply)]
    public sealed class Page : StepPage
    {
        public override FileStep Step => FileStep.Filing;

        public async Task<IActionResult> OnGetAsync(Guid id) => await OpenAsync(id) ?? Page();

        public async Task<IActionResult> OnPostAsync(Guid id, int version)
        {
            if (await OpenAsync(id) is { } instead)
            {
                return instead;
            }

            if (!MayBind)
            {
                return Forbid();
            }

            // Filed twice by two clicks is filed once.
            return Application.Status is ApplicationStatus.Submitted
                ? Redirect($"{FileUrl}/recepisse")
                : await SaveAsync(new Command(id, version), () => $"{FileUrl}/recepisse");
        }
    }
}
