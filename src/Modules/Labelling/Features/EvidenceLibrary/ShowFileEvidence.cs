using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.EvidenceLibrary;

/// <summary>The proofs of one file, each with the criteria that it serves.</summary>
internal static class ShowFileEvidence
{
    public sealed record Row(Evidence Evidence, IReadOnlyList<KeptFile> Files, IReadOnlyList<Criterion> Criteria);

    [Authorize(Policies.ReadFile)]
    public sealed class Page(LabellingDbContext db, IFileStore store, TimeProvider clock) : FilePage
    {
        public IReadOnlyList<Row> Rows { get; private set; } = [];

        public DateOnly Today => clock.Today;

        public async Task<IActionResult> OnGetAsync(Guid id)
        {
            if (!await FindAsync(id))
            {
                return NotFound();
            }

            var content = await FileContent.LoadAsync(db, id, HttpContext.RequestAborted);
            var served = content
                .Set.Criteria.SelectMany(k => content.ProofsFor(k).Select(p => (Proof: p, Criterion: k)))
                .GroupBy(x => x.Proof.Id);
            List<Row> rows = [];
            foreach (var uses in served)
            {
                var files = await store.ListAsync(Evidence.OwnerOf(uses.Key), HttpContext.RequestAborted);
                rows.Add(new(uses.First().Proof, files, [.. uses.Select(u => u.Criterion)]));
            }

            Rows = [.. rows.OrderBy(r => r.Evidence.Title)];
            return Page();
        }
    }
}
