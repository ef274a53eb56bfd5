using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Labels;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Proposals;

/// <summary>What <see cref="DecideProposal"/> refuses; apart from the slice for its length only.</summary>
internal sealed class DecideProposalValidator : AbstractValidator<DecideProposal.Command>
{
    private readonly LabellingDbContext _db;
    private readonly DecisionCheck _check;

    public DecideProposalValidator(LabellingDbContext db, DecisionCheck check)
    {
        (_db, _check) = (db, check);
        RuleFor(c => c.Reason)
            .Must((c, reason) => c.IsAccepted || !string.IsNullOrWhiteSpace(reason))
            .WithMessage("Dites pourquoi la proposition est écartée.")
            .MaximumLength(LabelEvent.ReasonMaxLength)
            .WithMessage("Résumez le motif en {MaxLength} caractères.");
        RuleFor(c => c.Id).CustomAsync(CheckAsync);
    }

    private async Task CheckAsync(Guid id, ValidationContext<DecideProposal.Command> context, CancellationToken ct)
    {
        var proposal = await _db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct);
        var reason = proposal switch
        {
            null => "Cette proposition n’existe pas.",
            { DecidedAt: not null } => "Cette proposition est déjà décidée.",
            _ => await _check.ReasonAgainstAsync(proposal, ct)
                ?? (context.InstanceToValidate.IsAccepted ? await ObstacleAsync(proposal, ct) : null),
        };
        if (reason is not null)
        {
            context.AddFailure(reason);
        }
    }

    /// <summary>What has changed since it was proposed, and makes it impossible.</summary>
    private async Task<string?> ObstacleAsync(Proposal proposal, CancellationToken ct)
    {
        if (proposal.LabelId is not { } labelId)
        {
            var isClosed = await _db.Epns.AnyAsync(e => e.Id == proposal.EpnId && e.ClosedOn != null, ct);
            var isHeld = await _db.Labels.Held().AnyAsync(l => l.EpnId == proposal.EpnId, ct);
            return isClosed ? "Cet espace a fermé : écartez la proposition."
                : isHeld ? "Cet espace a déjà un label en cours : écartez la proposition."
                : null;
        }

        var from = LabelAct.Find(proposal.ActPath)!.From;
        var status = await _db.Labels.Where(l => l.Id == labelId).Select(l => l.Status).SingleAsync(ct);
        return from.Contains(status) ? null : $"Le label est {Label.Words(status)} : écartez la proposition.";
    }
}
