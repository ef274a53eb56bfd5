using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Assessments;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Visits;

/// <summary>Where the visit of the place stands, and what came of it.</summary>
internal static class ShowVisit
{
    public sealed record Query(Guid ApplicationId) : IRequest<IReadOnlyList<SiteVisit>>;

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, IReadOnlyList<SiteVisit>>
    {
        public async Task<IReadOnlyList<SiteVisit>> Handle(Query query, CancellationToken cancellationToken) =>
            await db
                .Visits.AsNoTracking()
                .Include(v => v.Slots.OrderBy(s => s.StartsAt))
                .Include(v => v.Findings)
                .AsSplitQuery()
                .Where(v => v.ApplicationId == query.ApplicationId)
                .OrderByDescending(v => v.Id)
                .ToListAsync(cancellationToken);
    }

    [Authorize(Policies.ReadFile)]
    public sealed class Page(LabellingDbContext db, IFileStore store, TimeProvider clock) : FilePage
    {
        /// <summary>Newest first.</summary>
        public IReadOnlyList<SiteVisit> Visits { get; private set; } = [];

        public IReadOnlyDictionary<Guid, Criterion> Criteria { get; private set; } = new Dictionary<Guid, Criterion>();

        public ILookup<Guid, KeptFile> Photos { get; private set; } = Array.Empty<KeptFile>().ToLookup(_ => Guid.Empty);

        /// <summary>The criterion that a photograph shows.</summary>
        public IReadOnlyDictionary<Guid, Guid> Shown { get; private set; } = new Dictionary<Guid, Guid>();

        /// <summary>What two devices wrote at once, and the person did not keep; by visit and criterion.</summary>
        public ILookup<(Guid, Guid), FindingRevision> SetAside { get; private set; } =
            Array.Empty<FindingRevision>().ToLookup(_ => (Guid.Empty, Guid.Empty));

        public DateTime Now => clock.UtcNow;

        public SiteVisit? Open => Visits.FirstOrDefault(v => v.IsOpen);

        public bool MayLead => User.Assesses(Application) && FileWork.Follow.In.Contains(Application.Status);

        /// <summary>The EPN reads what was found once it is decided, like the scores.</summary>
        public bool ShowsReport => User.IsEcoNum || Application.IsDecided;

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            Visits = await SendAsync(new Query(id));
            Criteria = await db.Criteria.AsNoTracking().ToDictionaryAsync(k => k.Id, HttpContext.RequestAborted);
            var ids = Visits.Select(v => v.Id).ToArray();
            Shown = await db
                .VisitPhotos.Where(p => ids.Contains(p.VisitId) && p.CriterionId != null)
                .ToDictionaryAsync(p => p.FileId, p => p.CriterionId!.Value, HttpContext.RequestAborted);
            var written = await db
                .FindingRevisions.AsNoTracking()
                .Where(r => ids.Contains(r.VisitId))
                .OrderBy(r => r.At)
                .ToListAsync(HttpContext.RequestAborted);
            SetAside = Visits
                .SelectMany(v => v.Findings.SelectMany(f => f.SetAside(written.Where(r => r.VisitId == v.Id))))
                .ToLookup(r => (r.VisitId, r.CriterionId));
            List<(Guid, KeptFile)> photos = [];
            foreach (var visit in Visits.Where(v => ShowsReport && v.Status is VisitStatus.Done))
            {
                var files = await store.ListAsync(SiteVisit.OwnerOf(visit.Id), HttpContext.RequestAborted);
                photos.AddRange(files.Select(f => (visit.Id, f)));
            }

            Photos = photos.ToLookup(p => p.Item1, p => p.Item2);
            return Page();
        }
    }
}
