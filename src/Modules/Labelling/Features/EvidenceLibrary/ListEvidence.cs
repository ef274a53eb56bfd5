using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.EvidenceLibrary;

/// <summary>The proofs of one EPN: what each is, until when it holds, and where it serves.</summary>
internal static class ListEvidence
{
    public sealed record Query(Guid EpnId) : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Evidence Evidence, IReadOnlyList<KeptFile> Files, IReadOnlyList<Use> Uses);

    public sealed record Use(Guid ApplicationId, string? Number, ApplicationStatus Status, string CriterionCode);

    public sealed class Handler(LabellingDbContext db, IFileStore store) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var library = await db
                .Evidence.AsNoTracking()
                .Where(e => e.EpnId == query.EpnId)
                .OrderBy(e => e.RetiredAt != null)
                .ThenBy(e => e.ExpiresOn == null)
                .ThenBy(e => e.ExpiresOn)
                .ThenBy(e => e.Title)
                .ToListAsync(cancellationToken);
            var uses = await db
                .EvidenceUses.AsNoTracking()
                .Join(db.Evidence.Where(e => e.EpnId == query.EpnId), u => u.EvidenceId, e => e.Id, (u, e) => u)
                .Join(db.Answers, u => u.AnswerId, a => a.Id, (u, a) => new { u.EvidenceId, Answer = a })
                .Join(
                    db.Applications,
                    x => x.Answer.ApplicationId,
                    f => f.Id,
                    (x, f) =>
                        new
                        {
                            x.EvidenceId,
                            x.Answer.CriterionId,
                            File = f,
                        }
                )
                .Join(
                    db.Criteria,
                    x => x.CriterionId,
                    k => k.Id,
                    (x, k) =>
                        new
                        {
                            x.EvidenceId,
                            x.File.Id,
                            x.File.Number,
                            x.File.Status,
                            k.Code,
                        }
                )
                .OrderBy(x => x.Number)
                .ThenBy(x => x.Code)
                .ToListAsync(cancellationToken);
            var usesOf = uses.ToLookup(u => u.EvidenceId, u => new Use(u.Id, u.Number, u.Status, u.Code));
            List<Row> rows = [];
            foreach (var evidence in library)
            {
                var files = await store.ListAsync(Evidence.OwnerOf(evidence.Id), cancellationToken);
                rows.Add(new(evidence, files, [.. usesOf[evidence.Id]]));
            }

            return rows;
        }
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page(LabellingDbContext db, TimeProvider clock) : SlicePage
    {
        /// <summary>The spaces between which the person may choose.</summary>
        public IReadOnlyList<Epn> Epns { get; private set; } = [];

        /// <summary>Null for who acts for none, or has not chosen.</summary>
        public Epn? Epn { get; private set; }

        public IReadOnlyList<Row> Rows { get; private set; } = [];

        public DateOnly Today => clock.Today;

        public bool MayApply => Epn is { } epn && User.MayApplyFor(epn.Id);

        public async Task<IActionResult> OnGetAsync(Guid? espace)
        {
            var ids = User.EpnIds;
            var wanted = espace ?? Guid.Empty;
            Epns = await db
                .Epns.AsNoTracking()
                .Where(e => ids.Contains(e.Id) || e.Id == wanted)
                .OrderBy(e => e.SearchText)
                .ToListAsync(HttpContext.RequestAborted);
            Epn = espace is null ? (Epns.Count > 0 ? Epns[0] : null) : Epns.SingleOrDefault(e => e.Id == espace);
            if (espace is not null && (Epn is null || !User.MaySee(Epn.Id)))
            {
                return NotFound();
            }

            Rows = Epn is null ? [] : await SendAsync(new Query(Epn.Id));
            return Page();
        }
    }
}
