using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>Keeps a photograph that a device has sent piece by piece, with the criterion that it shows.</summary>
[AuditedAs("Photo de visite enregistrée")]
internal static class KeepVisitPhoto
{
    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public Guid UploadId { get; init; }

        /// <summary>The criterion's; null for the place as a whole.</summary>
        public string? Code { get; init; }

        /// <summary>The device's name for it: sent twice, it is kept once.</summary>
        public Guid Key { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db, FileCheck check)
        {
            RuleFor(c => c.Id).MustBeForItsAssessor(check, FileWork.Follow);
            RuleFor(c => c.Id).MustHaveAVisit(db);
            RuleFor(c => c.Key).NotEmpty().WithMessage("L’envoi est à reprendre\u00A0: rechargez la page.");
            RuleFor(c => c.Code)
                .MustAsync(
                    async (c, code, ct) => string.IsNullOrEmpty(code) || await db.CriterionOf(c.Id, code).AnyAsync(ct)
                )
                .WithMessage("Ce critère n’est pas de ce référentiel.");
        }
    }

    public sealed class Handler(LabellingDbContext db, IFileStore store) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var visit = (await db.VisitToNoteAsync(command.Id, cancellationToken))!;
            if (
                await db.VisitPhotos.AnyAsync(
                    p => p.VisitId == visit.Id && p.ClientKey == command.Key,
                    cancellationToken
                )
            )
            {
                return Unit.Value;
            }

            var criterionId = string.IsNullOrEmpty(command.Code)
                ? (Guid?)null
                : await db.CriterionOf(command.Id, command.Code).Select(k => k.Id).SingleAsync(cancellationToken);
            try
            {
                var owner = SiteVisit.OwnerOf(visit.Id);
                var file = await store.KeepUploadAsync(command.UploadId, ReportVisit.Photos, owner, cancellationToken);
                db.VisitPhotos.Add(
                    new VisitPhoto
                    {
                        VisitId = visit.Id,
                        CriterionId = criterionId,
                        FileId = file.Id,
                        ClientKey = command.Key,
                    }
                );
            }
            catch (FileRefusedException refused)
            {
                var sentence = refused.FileName is { } name ? $"« {name} » : {refused.Message}" : refused.Message;
                throw new ValidationException([new ValidationFailure("", FrenchText.Typeset(sentence))]);
            }

            await db.SaveFileAsync(cancellationToken);
            return Unit.Value;
        }
    }

    [Authorize(Policies.Assess)]
    public sealed class Page : FilePage
    {
        public async Task<IActionResult> OnPostAsync(Guid id, [FromBody] Command? sent)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            if (sent is null)
            {
                return BadRequest();
            }

            try
            {
                await SendAsync(sent with { Id = id });
                return new JsonResult(Array.Empty<string>());
            }
            catch (ValidationException broken)
            {
                return new JsonResult(broken.Errors.Select(e => e.ErrorMessage).Distinct())
                {
                    StatusCode = StatusCodes.Status422UnprocessableEntity,
                };
            }
        }
    }
}
