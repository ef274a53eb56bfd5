using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.Completions;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>What the slices about a visit ask together.</summary>
internal static class VisitQueries
{
    /// <summary>The visit that is being arranged or is to come; null where there is none.</summary>
    public static Task<SiteVisit?> OpenVisitAsync(
        this LabellingDbContext db,
        Guid applicationId,
        CancellationToken cancellationToken
    ) =>
        db
            .Visits.Include(v => v.Slots.OrderBy(s => s.StartsAt))
            .SingleOrDefaultAsync(
                v => v.ApplicationId == applicationId && v.Status < VisitStatus.Done,
                cancellationToken
            );

    /// <summary>The confirmed visit, or the last that was made; null where there is neither.</summary>
    public static Task<SiteVisit?> VisitToReportAsync(
        this LabellingDbContext db,
        Guid applicationId,
        CancellationToken cancellationToken
    ) =>
        db
            .Visits.Include(v => v.Findings)
            .Where(v => v.ApplicationId == applicationId)
            .Where(v => v.Status == VisitStatus.Confirmed || v.Status == VisitStatus.Done)
            .OrderBy(v => v.Status)
            .ThenByDescending(v => v.StartsAt)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// The visit that is noted on the spot: also while the EPN asks for another day, so that nobody stands there without their
    /// notes; null where there is none.
    /// </summary>
    public static Task<SiteVisit?> VisitToNoteAsync(
        this LabellingDbContext db,
        Guid applicationId,
        CancellationToken cancellationToken
    ) =>
        db
            .Visits.Include(v => v.Findings)
            .Where(v => v.ApplicationId == applicationId)
            .Where(v =>
                v.Status == VisitStatus.Confirmed || v.Status == VisitStatus.Done || v.Status == VisitStatus.Countered
            )
            .OrderBy(v => v.Status == VisitStatus.Countered)
            .ThenBy(v => v.Status)
            .ThenByDescending(v => v.StartsAt)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>For what is noted on the spot.</summary>
    public static void MustHaveAVisit<T>(this IRuleBuilder<T, Guid> rule, LabellingDbContext db) =>
        rule.CustomAsync(
            async (id, context, ct) =>
            {
                if (await db.VisitToNoteAsync(id, ct) is null)
                {
                    const string message =
                        "Aucune visite n’est confirmée pour ce dossier. Convenez d’une date : vos notes restent sur cet appareil.";
                    context.AddFailure(new ValidationFailure("", message));
                }
            }
        );

    /// <summary>By the EPN's people, or by who follows the file: whichever side it comes from.</summary>
    public static void MustBeForASide<T>(
        this IRuleBuilder<T, Guid> rule,
        FileCheck assessors,
        ApplicantCheck applicants,
        Func<T, bool> isByEpn
    ) =>
        rule.CustomAsync(
            async (id, context, ct) =>
            {
                var reason = isByEpn(context.InstanceToValidate)
                    ? await applicants.ReasonAgainstAsync(id, move: null, ct)
                    : await assessors.ReasonAgainstAsync(id, FileWork.Follow, isForItsAssessor: true, ct);
                if (reason is not null)
                {
                    context.AddFailure(new ValidationFailure("", reason));
                }
            }
        );
}
