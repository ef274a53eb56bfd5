using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.LabelApplications;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Features.Assessments;

/// <summary>Files that nobody has taken over, by province, with what each assessor has in hand.</summary>
internal static class ListUnassigned
{
    public sealed record Query : IRequest<View>;

    public sealed record View(IReadOnlyList<Row> Files, IReadOnlyList<Workload> Workloads);

    public sealed record Row(
        Guid Id,
        string? Number,
        ApplicationKind Kind,
        string EpnName,
        string Commune,
        string Province,
        DateTime? SubmittedAt
    );

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken) =>
            new(
                await db
                    .Applications.AsNoTracking()
                    .Where(a => a.Status == ApplicationStatus.Submitted)
                    .Join(db.Epns, a => a.EpnId, e => e.Id, (a, e) => new { File = a, Epn = e })
                    .OrderBy(x => x.Epn.Province)
                    .ThenBy(x => x.File.SubmittedAt)
                    .Select(x => new Row(
                        x.File.Id,
                        x.File.Number,
                        x.File.Kind,
                        x.Epn.Name,
                        x.Epn.Commune,
                        x.Epn.Province,
                        x.File.SubmittedAt
                    ))
                    .ToListAsync(cancellationToken),
                await db.WorkloadsAsync(db.Staff, province: null, cancellationToken)
            );
    }

    [Authorize(Policies.Assess)]
    public sealed class Page : SlicePage
    {
        public View Shown { get; private set; } = null!;

        public bool MayAssign => User.IsInRole(Roles.Administrator);

        public async Task OnGetAsync() => Shown = await SendAsync(new Query());
    }
}
