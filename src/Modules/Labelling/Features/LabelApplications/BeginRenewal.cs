using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>An EPN begins to renew its label: a draft that says what the file that was decided last said, to be confirmed or changed.</summary>
[AuditedAs("Renouvellement commencé")]
internal static class BeginRenewal
{
    /// <summary>Answers with the id of the file.</summary>
    public sealed record Command(string Number) : IRequest<Guid>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, TimeProvider clock)
        {
            RuleFor(c => c.Number)
                .CustomAsync(
                    async (number, context, ct) =>
                    {
                        var label = await db.Labels.AsNoTracking().SingleAsync(l => l.Number == number, ct);
                        var rules = await db.ProcedureRules.AsNoTracking().InForceAsync(ct);
                        if (ReasonAgainst(label, rules, clock.Today) is { } against)
                        {
                            context.AddFailure(new ValidationFailure("", against));
                        }
                        else if (await db.Applications.OpenRenewalOf(label).AnyAsync(ct))
                        {
                            const string message =
                                "Un renouvellement est déjà commencé. Rechargez la page pour l’ouvrir.";
                            context.AddFailure(new ValidationFailure("", message));
                        }
                    }
                );
        }
    }

    /// <summary>Why a label cannot be renewed today, in French; null when it can.</summary>
    public static string? ReasonAgainst(Label label, ProcedureRules rules, DateOnly today)
    {
        var opensOn = label.ExpiresOn.AddDays(-rules.RenewalOpensDays);
        return label.Status is not LabelStatus.Active
                ? Label.Impossible("renouveler le label", label.Status, [LabelStatus.Active])
            : today > label.ExpiresOn ? "Le label a expiré\u00A0: déposez une nouvelle demande."
            : today < opensOn ? $"Le renouvellement ouvre le {FrenchText.Date(opensOn)}."
            : null;
    }

    public static IQueryable<LabelApplication> OpenRenewalOf(this IQueryable<LabelApplication> files, Label label) =>
        files.Where(a =>
            a.EpnId == label.EpnId && a.Kind == ApplicationKind.Renewal && a.Status < ApplicationStatus.Granted
        );

    public sealed class Handler(LabellingDbContext db, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command command, CancellationToken cancellationToken)
        {
            var label = await db.Labels.SingleAsync(l => l.Number == command.Number, cancellationToken);
            var set = await db.CriteriaSets.AsNoTracking().InForceAsync(cancellationToken);
            var formerId = await db
                .Applications.Where(a => a.EpnId == label.EpnId)
                .Where(a =>
                    a.Status == ApplicationStatus.Granted
                    || a.Status == ApplicationStatus.GrantedWithConditions
                    || a.Status == ApplicationStatus.Refused
                )
                .OrderByDescending(a => a.DecidedAt)
                .ThenByDescending(a => a.SubmittedAt)
                .Select(a => (Guid?)a.Id)
                .FirstOrDefaultAsync(cancellationToken);
            var former = formerId is { } id ? await FileContent.LoadAsync(db, id, cancellationToken) : null;
            var file = new LabelApplication
            {
                EpnId = label.EpnId,
                Kind = ApplicationKind.Renewal,
                RenewsLabelId = label.Id,
                CopiedFromId = formerId,
                CriteriaSetId = set.Id,
                Context = former?.File.Context ?? EpnContext.Rural,
                StartedAt = clock.UtcNow,
                StartedBy = user.Name,
                StartedById = user.Id,
                OperatorName = former?.File.OperatorName,
                Ridet = former?.File.Ridet,
                RidetWaiver = former?.File.RidetWaiver,
                Project = former?.File.Project,
            };
            db.Applications.Add(file);
            if (former is not null)
            {
                await db.CopyAnswersAsync(former, file, set, cancellationToken);
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException error) when (error.IsDuplicate())
            {
                const string message = "Un renouvellement vient d’être commencé. Rechargez la page pour l’ouvrir.";
                throw new ValidationException([new ValidationFailure("", message)]);
            }

            return file.Id;
        }
    }
}
