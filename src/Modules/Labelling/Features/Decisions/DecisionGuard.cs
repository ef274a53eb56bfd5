using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Decisions;

/// <summary>Whether a file can be decided now, by the person who acts: whoever assessed it, or has a stake, leaves it to another.</summary>
internal sealed class DecisionGuard(LabellingDbContext db, ICurrentUser user, Impartiality impartiality)
{
    /// <returns>Why not, in French; null when it can.</returns>
    public async Task<string?> ReasonAgainstAsync(LabelApplication file, CancellationToken cancellationToken)
    {
        if (!ApplicationMove.Refuse.From.Contains(file.Status))
        {
            return file.IsDecided
                ? "Ce dossier est déjà décidé."
                : $"Le dossier est {ApplicationMove.Words(file.Status)}\u00A0: il se décide une fois l’avis rendu.";
        }

        if (await CommitteeReasonAsync(file, cancellationToken) is { } awaited)
        {
            return awaited;
        }

        return file.IsAssessedBy(user.AnswerableIds)
            ? "Vous suivez ce dossier ou avez rendu son avis, vous-même ou à la place d’une autre personne\u00A0: "
                + "une autre personne décide."
            : await impartiality.ReasonAgainstAsync(file.EpnId, cancellationToken);
    }

    /// <returns>What happened to the file since this version of it was read, in French; null when nothing did.</returns>
    public async Task<string?> OvertakenAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (await db.Applications.AnyAsync(a => a.Id == id && a.Version == version, cancellationToken))
        {
            return null;
        }

        var last = await db
            .ApplicationEvents.AsNoTracking()
            .Where(e => e.ApplicationId == id)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var what = last is null
            ? "le dossier a changé."
            : $"{last.What}, par {last.By}, le {FrenchText.Instant(last.At)}."
                + (last.Reason is null ? "" : $" Motifs\u00A0: {last.Reason}");
        return $"Pendant que vous écriviez\u00A0: {what} Votre saisie est gardée ci-dessous, rien n’en est enregistré.";
    }

    /// <exception cref="ValidationException">Somebody else was faster.</exception>
    public async Task SaveAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || error.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            var message =
                await OvertakenAsync(id, version, cancellationToken)
                ?? "Une autre décision vient d’être enregistrée au même instant. Envoyez de nouveau.";
            throw new ValidationException([new ValidationFailure(nameof(DecisionCommand.Version), message)]);
        }
    }

    private async Task<string?> CommitteeReasonAsync(LabelApplication file, CancellationToken cancellationToken)
    {
        var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
        if (!rules.HasCommittee)
        {
            return null;
        }

        if (file.Status is ApplicationStatus.OpinionGiven)
        {
            return "Le comité se prononce d’abord\u00A0: inscrivez le dossier à l’ordre du jour d’une séance.";
        }

        var hasSpoken = await db.CommitteeItems.AnyAsync(
            i => i.ApplicationId == file.Id && i.RecordedAt >= file.OpinionAt && i.Session.ClosedAt != null,
            cancellationToken
        );
        return hasSpoken
            ? null
            : "Le comité n’a pas encore rendu son avis, ou sa séance n’est pas close\u00A0: la décision vient après.";
    }
}
