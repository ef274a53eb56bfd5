using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Labels;
using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>Whether an EPN may begin an application now, and what it does instead where it may not.</summary>
internal sealed class ApplyingRules(LabellingDbContext db, TimeProvider clock)
{
    private const string NoSuchEpn = "Cet espace n’est pas connu, ou il a fermé.";

    /// <returns>Null when it may begin.</returns>
    public async Task<Obstacle?> AgainstAsync(Guid epnId, CancellationToken cancellationToken)
    {
        if (!await IsOpenAsync(epnId, cancellationToken))
        {
            return new(NoSuchEpn);
        }

        var open = await db
            .Applications.Where(a => a.EpnId == epnId && a.Kind == ApplicationKind.Initial)
            .Where(a => a.Status < ApplicationStatus.Granted)
            .Select(a => (Guid?)a.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (open is { } fileId)
        {
            return new(
                "Une demande est déjà ouverte pour cet espace.",
                $"/gestion/labellisation/demandes/{fileId}",
                "Ouvrir la demande"
            );
        }

        var held = await db
            .Labels.Held()
            .Where(l => l.EpnId == epnId)
            .Select(l => l.Number)
            .FirstOrDefaultAsync(cancellationToken);
        if (held is not null)
        {
            return new(
                $"Cet espace a le label {held}\u00A0: il se renouvelle.",
                $"/gestion/labellisation/renouveler/{held}",
                "Voir le renouvellement"
            );
        }

        return await WithdrawnAsync(epnId, cancellationToken);
    }

    /// <summary>The same for answers given elsewhere, which a draft that is there takes: of a renewal too.</summary>
    /// <returns>Null when a file may take them.</returns>
    public async Task<Obstacle?> AgainstAnswersAsync(Guid epnId, CancellationToken cancellationToken)
    {
        var open = await db
            .Applications.AsNoTracking()
            .Where(a => a.EpnId == epnId && a.Status < ApplicationStatus.Granted)
            .ToListAsync(cancellationToken);
        if (open.Exists(a => a.Status is ApplicationStatus.Draft))
        {
            return await IsOpenAsync(epnId, cancellationToken) ? null : new(NoSuchEpn);
        }

        return open.FirstOrDefault() is { } filed
            ? new(
                $"Le dossier {filed.Reference} de cet espace est déjà déposé\u00A0: ses réponses ne changent plus ici.",
                $"/gestion/labellisation/demandes/{filed.Id}",
                "Ouvrir le dossier"
            )
            : await AgainstAsync(epnId, cancellationToken);
    }

    /// <summary>For a draft that was begun before its label, or the former one of its space, came to an end.</summary>
    /// <returns>Why it cannot be filed any more, in French, and what is possible instead; null when it can.</returns>
    public async Task<string?> AgainstFilingAsync(LabelApplication file, CancellationToken cancellationToken)
    {
        var withdrawn = await WithdrawnAsync(file.EpnId, cancellationToken);
        if (file.Kind is ApplicationKind.Initial)
        {
            return withdrawn?.Words;
        }

        var label = await db
            .Labels.AsNoTracking()
            .SingleOrDefaultAsync(l => l.Id == file.RenewsLabelId, cancellationToken);
        var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
        return label?.ReasonAgainstRenewal(clock.Today, rules.ContinuityMonths) is { } reason
            ? $"{reason} {withdrawn?.Words ?? "Abandonnez ce brouillon, puis commencez une nouvelle demande."}"
            : null;
    }

    private Task<bool> IsOpenAsync(Guid epnId, CancellationToken cancellationToken) =>
        db.Epns.AnyAsync(e => e.Id == epnId && e.ClosedOn == null, cancellationToken);

    private async Task<Obstacle?> WithdrawnAsync(Guid epnId, CancellationToken cancellationToken)
    {
        var withdrawal = LabelAct.Find("retrait")!.Done;
        var withdrawnAt = await db
            .LabelEvents.Where(e => e.What == withdrawal)
            .Join(db.Labels.Where(l => l.EpnId == epnId), e => e.LabelId, l => l.Id, (e, l) => (DateTime?)e.At)
            .MaxAsync(cancellationToken);
        if (withdrawnAt is not { } at)
        {
            return null;
        }

        var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(cancellationToken);
        var again = NoumeaTime.DayOf(at).AddMonths(rules.ReapplyMonths);
        return again > clock.Today
            ? new(
                $"Le label de cet espace a été retiré. Une nouvelle demande est possible à partir du {FrenchText.Date(again)}."
            )
            : null;
    }
}

/// <param name="Url">Where to go instead.</param>
internal sealed record Obstacle(string Words, string? Url = null, string? LinkWords = null);
