using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Completions;

/// <summary>The EPN answers what was missing, point by point, and sends its file back when all is answered.</summary>
[AuditedAs("Réponse aux compléments")]
internal static class AnswerCompletion
{
    public sealed record Reply
    {
        public Guid ItemId { get; init; }
        public string? Text { get; init; }

        /// <summary>The reply that stood there when the person opened the page.</summary>
        public string? Read { get; init; }

        /// <summary>A browser sends the ends of lines in its own way.</summary>
        public static string? Clean(string? text) =>
            string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
    }

    public sealed record Command : IRequest<Unit>
    {
        public Guid Id { get; init; }
        public List<Reply> Replies { get; init; } = [];

        /// <summary>Whether it is sent to the assessor; otherwise only kept.</summary>
        public bool IsSent { get; init; }
    }

    public sealed class Handler(LabellingDbContext db, IFileStore store, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Applications.SingleAsync(a => a.Id == command.Id, cancellationToken);
            var request = (await db.OpenCompletionAsync(file.Id, cancellationToken))!;
            foreach (var item in request.Items)
            {
                if (command.Replies.SingleOrDefault(r => r.ItemId == item.Id) is { } reply)
                {
                    item.Reply = Reply.Clean(reply.Text);
                }
            }

            if (command.IsSent)
            {
                request.NoteAnswer(user, clock.UtcNow);
                await SuspendClockAsync(file, request, cancellationToken);
                await SealAsync(file, cancellationToken);
                db.Make(file, ApplicationMove.Complete, user, clock.UtcNow);
            }

            await db.SaveFileAsync(cancellationToken);
            return Unit.Value;
        }

        /// <summary>What the EPN sends back is kept word for word beside what it filed before.</summary>
        private async Task SealAsync(LabelApplication file, CancellationToken cancellationToken)
        {
            var content = await FileContent.LoadAsync(db, file.Id, cancellationToken);
            var version = await db.NextVersionAsync(content, file.Number!, store, clock.UtcNow, cancellationToken);
            db.FiledVersions.Add(version);
            file.Seal = version.Seal;
        }

        /// <summary>The opinion is due later by the working days for which the file was in the hands of the EPN.</summary>
        private async Task SuspendClockAsync(
            LabelApplication file,
            CompletionRequest request,
            CancellationToken cancellationToken
        )
        {
            if (file is { ReturnsTo: ApplicationStatus.UnderAssessment, OpinionDueOn: { } due })
            {
                var calendar = await db.Holidays.WorkingDaysAsync(cancellationToken);
                var askedOn = NoumeaTime.DayOf(request.AskedAt);
                file.OpinionDueOn = calendar.After(due, calendar.Between(askedOn, clock.Today));
            }

            file.CompletionDueOn = null;
        }
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page(LabellingDbContext db) : FilePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>What is to be answered now; null where nothing is.</summary>
        public CompletionRequest? Open { get; private set; }

        /// <summary>All lists of the file, newest first.</summary>
        public IReadOnlyList<CompletionRequest> All { get; private set; } = [];

        public IReadOnlyDictionary<Guid, Criterion> Criteria { get; private set; } = new Dictionary<Guid, Criterion>();

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await LoadAsync(id))
            {
                return NotFound();
            }

            Form = new Command
            {
                Replies = [.. (Open?.Items ?? []).Select(i => new Reply { ItemId = i.Id, Text = i.Reply })],
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(Guid id)
        {
            if (!await LoadAsync(id) || !MayApply)
            {
                return NotFound();
            }

            var notice = Form.IsSent
                ? "Vos compléments sont envoyés à la personne qui suit le dossier. Le récépissé porte la nouvelle version."
                : "Vos réponses sont gardées.";
            return Form.IsSent && !MayBind
                ? Forbid()
                : await SendThenRedirectAsync(
                    Form with
                    {
                        Id = id,
                    },
                    _ => Form.IsSent ? FileUrl : $"{FileUrl}/complements",
                    notice
                );
        }

        private async Task<bool> LoadAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return false;
            }

            All = await db
                .Completions.AsNoTracking()
                .Include(r => r.Items.OrderBy(i => i.Position))
                .Where(r => r.ApplicationId == id)
                .OrderByDescending(r => r.Number)
                .ToListAsync(HttpContext.RequestAborted);
            Open =
                Application.Status is ApplicationStatus.ToComplete
                    ? All.FirstOrDefault(r => r.AnsweredAt is null)
                    : null;
            Criteria = await db.Criteria.AsNoTracking().ToDictionaryAsync(k => k.Id, HttpContext.RequestAborted);
            return true;
        }
    }
}
