using CaseNumerique.Labelling.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>What the ways to decide have in common.</summary>
internal abstract record DecisionCommand
{
    public Guid Id { get; init; }

    /// <summary>The version of the file that the person has read.</summary>
    public int Version { get; init; }

    public string? Reasons { get; init; }
}

internal sealed class DecisionCommandValidator : AbstractValidator<DecisionCommand>
{
    public DecisionCommandValidator(LabellingDbContext db, DecisionGuard guard)
    {
        RuleFor(c => c.Reasons)
            .MaximumLength(LabelApplication.ReasonMaxLength)
            .WithMessage("Résumez en {MaxLength} caractères.");
        RuleFor(c => c.Version)
            .CustomAsync(
                async (version, context, ct) =>
                {
                    var id = context.InstanceToValidate.Id;
                    var file = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
                    var reason = file is null
                        ? "Ce dossier n’existe pas."
                        : await guard.OvertakenAsync(id, version, ct) ?? await guard.ReasonAgainstAsync(file, ct);
                    if (reason is not null)
                    {
                        context.AddFailure(reason);
                    }
                }
            );
    }
}
