using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>What <see cref="GrantLabel"/> refuses; apart from the slice for its length only.</summary>
internal sealed class GrantLabelValidator : AbstractValidator<GrantLabel.Command>
{
    private readonly LabellingDbContext _db;
    private readonly TimeProvider _clock;

    public GrantLabelValidator(LabellingDbContext db, DecisionGuard guard, TimeProvider clock)
    {
        (_db, _clock) = (db, clock);
        Include(new DecisionCommandValidator(db, guard));
        RuleFor(c => c.ActNumber)
            .NotEmpty()
            .WithMessage("Indiquez le numéro de l’arrêté, comme 2026-1234.")
            .MaximumLength(LabelApplication.ActNumberMaxLength)
            .WithMessage("Le numéro de l’arrêté compte {MaxLength} caractères au plus.");
        RuleFor(c => c.ActOn)
            .NotEmpty()
            .WithMessage("Indiquez la date de l’arrêté.")
            .Must(day => day is null || day <= clock.Today)
            .WithMessage("La date de l’arrêté est à venir : notez la décision une fois l’arrêté pris.");
        RuleFor(c => c.StartsOn).CustomAsync(CheckFirstDayAsync);
        RuleFor(c => c.Conditions)
            .Must((c, _) => !c.IsWithConditions || c.Written.Any())
            .WithMessage("Écrivez au moins une réserve, ou accordez le label sans réserve.")
            .Must((c, _) => c.Written.Count() <= GrantLabel.Command.MaxConditions)
            .WithMessage($"{GrantLabel.Command.MaxConditions} réserves au plus : au-delà, ajournez le dossier.");
        RuleForEach(c => c.Conditions)
            .Where(c => !c.IsBlank)
            .ChildRules(condition =>
            {
                condition.RuleFor(c => c.CriterionId).NotEmpty().WithMessage("Choisissez le critère de la réserve.");
                condition
                    .RuleFor(c => c.What)
                    .NotEmpty()
                    .WithMessage("Dites ce que l’espace doit faire.")
                    .MaximumLength(Condition.WhatMaxLength)
                    .WithMessage("Résumez la réserve en {MaxLength} caractères.");
                condition
                    .RuleFor(c => c.ExpectedProof)
                    .NotEmpty()
                    .WithMessage("Dites quelle preuve est attendue.")
                    .MaximumLength(Condition.ProofMaxLength)
                    .WithMessage("Résumez la preuve en {MaxLength} caractères.");
                condition.RuleFor(c => c.DueOn).NotEmpty().WithMessage("Indiquez l’échéance de la réserve.");
            });
        RuleFor(c => c.Conditions).CustomAsync(CheckAgainstSetAsync);
    }

    private async Task CheckFirstDayAsync(
        DateOnly? startsOn,
        ValidationContext<GrantLabel.Command> context,
        CancellationToken ct
    )
    {
        var command = context.InstanceToValidate;
        if (await _db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == command.Id, ct) is not { } file)
        {
            return;
        }

        if (await _db.GrantObstacleAsync(file, ct) is { } obstacle)
        {
            context.AddFailure(nameof(command.Version), obstacle);
        }

        var renewed = await _db.RenewedLabelAsync(file, ct);
        if (DecisionEffects.FixedFirstDay(renewed, _clock.Today) is not null)
        {
            return;
        }

        if (startsOn is null)
        {
            context.AddFailure("Indiquez le premier jour du label.");
        }
        else if (startsOn < command.ActOn)
        {
            context.AddFailure("Le label commence le jour de l’arrêté, ou après.");
        }
        else if (startsOn > _clock.Today.AddYears(1))
        {
            context.AddFailure("Le label commence dans l’année qui vient.");
        }
    }

    private async Task CheckAgainstSetAsync(
        List<GrantLabel.Draft> drafts,
        ValidationContext<GrantLabel.Command> context,
        CancellationToken ct
    )
    {
        var id = context.InstanceToValidate.Id;
        var set = await _db
            .Applications.Where(a => a.Id == id)
            .Join(_db.CriteriaSets.Whole(), a => a.CriteriaSetId, s => s.Id, (a, s) => s)
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        if (set is null)
        {
            return;
        }

        var last = _clock.Today.AddMonths(set.ConditionMonths);
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (draft.CriterionId is { } criterion && set.Criteria.All(k => k.Id != criterion))
            {
                context.AddFailure($"Conditions[{i}].CriterionId", "Ce critère n’est pas du référentiel du dossier.");
            }

            if (!draft.IsBlank && draft.DueOn is { } due && (due <= _clock.Today || due > last))
            {
                context.AddFailure(
                    $"Conditions[{i}].DueOn",
                    $"Choisissez une échéance à venir, au plus tard le {FrenchText.Date(last)}."
                );
            }
        }
    }
}
