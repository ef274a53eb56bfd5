using CaseNumerique.Platform.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Platform.Features.Mails;

internal static class ListMails
{
    public sealed record Query : IRequest<Paged<Row>>
    {
        /// <summary>Part of an address or of a subject.</summary>
        public string? Q { get; init; }

        public MailState? Etat { get; init; }

        // Razor Pages keep the route value « page » for themselves.
        [FromQuery(Name = "page")]
        public int Page { get; init; } = 1;
    }

    public sealed record Row(
        Guid Id,
        string Subject,
        string ToName,
        string ToAddress,
        DateTime QueuedAt,
        MailState State,
        int Attempts,
        string? Words
    );

    public sealed class Handler(PlatformDbContext db) : IRequestHandler<Query, Paged<Row>>
    {
        public Task<Paged<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var words = (query.Q ?? "").Trim();
            return db
                .Mails.AsNoTracking()
                .Where(m => words == "" || m.ToAddress.Contains(words) || m.Subject.Contains(words))
                .Where(m => query.Etat == null || m.State == query.Etat)
                .OrderByDescending(m => m.QueuedAt)
                .ThenByDescending(m => m.Id)
                .Select(m => new Row(m.Id, m.Subject, m.ToName, m.ToAddress, m.QueuedAt, m.State, m.Attempts, m.Words))
                .ToPageAsync(query.Page, cancellationToken);
        }
    }

    [Authorize(Policies.Mails)]
    public sealed class Page : SlicePage
    {
        [BindProperty(SupportsGet = true, Name = "")]
        public Query Filter { get; set; } = new();

        public Paged<Row> List { get; private set; } = null!;

        public CountMails.View Counts { get; private set; } = null!;

        public async Task OnGetAsync()
        {
            List = await SendAsync(Filter);
            Counts = await SendAsync(new CountMails.Query());
        }
    }
}
