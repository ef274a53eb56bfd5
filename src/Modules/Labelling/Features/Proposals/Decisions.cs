using CaseNumerique.Contracts.Labelling;
using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.Labelling.Features.Labels;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Proposals;

/// <summary>What follows when a proposal is accepted.</summary>
internal static class Decisions
{
    /// <summary>The label comes to be, followed by whoever proposed it.</summary>
    public static async Task GrantAsync(
        this LabellingDbContext db,
        Proposal proposal,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var rules = await db.ReminderRules.AsNoTracking().InForceAsync(cancellationToken);
        var last = await db.Labels.MaxAsync(l => (int?)l.Sequence, cancellationToken) ?? 0;
        var label = Label.Grant(
            last + 1,
            proposal.EpnId,
            today,
            proposal.StartsOn!.Value,
            rules.ValidityMonths,
            proposal.ProposedBy,
            proposal.ProposedByEmail
        );
        db.Labels.Add(label);
        db.LabelEvents.Add(
            new LabelEvent
            {
                LabelId = label.Id,
                At = proposal.ProposedAt,
                What = LabelAct.Grant.Proposed,
                Reason = proposal.Reason,
                By = proposal.ProposedBy,
                ById = proposal.ProposedById,
            }
        );
        proposal.LabelId = label.Id;
        db.Announce(new LabelGranted(label.Id, label.EpnId, label.Number, label.StartsOn, label.ExpiresOn), label.Id);
    }

    /// <summary>The label moves to where the act leads; lifted, to where its renewal stands.</summary>
    public static async Task CarryOutAsync(
        this LabellingDbContext db,
        Proposal proposal,
        CancellationToken cancellationToken
    )
    {
        var label = await db.Labels.SingleAsync(l => l.Id == proposal.LabelId, cancellationToken);
        var to = LabelAct.Find(proposal.ActPath)!.To;
        label.MoveTo(to is LabelStatus.Active ? await db.AfterSuspensionAsync(label, cancellationToken) : to);
        db.Announce(label.ToStatusChanged(), label.Id);
        db.Announce(new LabelActDecided(label.Id, label.EpnId, proposal.ActPath, proposal.Id), label.Id);
    }

    public static async Task SaveDecisionAsync(
        this LabellingDbContext db,
        string field,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || error.IsDuplicate())
        {
            const string message = "Quelqu’un vient de décider, ou de modifier ce label. Relisez avant de recommencer.";
            throw new ValidationException([new ValidationFailure(field, message)]);
        }
    }
}
