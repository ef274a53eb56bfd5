using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Own;

/// <summary>Where the account is open at this moment, and how to close it there.</summary>
[AuditedAs("Sessions fermées")]
internal static class EndSessions
{
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="IsNewDevice">Whether the account had never been used on this machine, though it had on others.</param>
    public sealed record Row(
        Guid Id,
        string DeviceName,
        string Address,
        string Method,
        bool IsStrong,
        DateTime StartedAt,
        DateTime LastSeenAt,
        bool IsNewDevice
    );

    /// <summary>Ends one session, or all but this one.</summary>
    public sealed record Command : IRequest<int>
    {
        public Guid? SessionId { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.SessionId).NotEqual(Guid.Empty);
    }

    public sealed class Handler(AccountsDbContext db, Sessions sessions, ICurrentUser user, TimeProvider clock)
        : IRequestHandler<Query, IReadOnlyList<Row>>,
            IRequestHandler<Command, int>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var own = db.Sessions.Where(s => s.AccountId == user.Id);
            return await own.AsNoTracking()
                .Alive(clock.UtcNow)
                .OrderByDescending(s => s.LastSeenAt)
                .Select(s => new Row(
                    s.Id,
                    s.DeviceName,
                    s.Address,
                    s.Method,
                    s.StrongSince != null,
                    s.StartedAt,
                    s.LastSeenAt,
                    own.Any(o => o.StartedAt < s.StartedAt)
                        && !own.Any(o => o.StartedAt < s.StartedAt && o.DeviceId == s.DeviceId)
                ))
                .ToListAsync(cancellationToken);
        }

        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.SessionId is not { } id)
            {
                return await sessions.EndOthersAsync(cancellationToken);
            }

            var isOwn = await db.Sessions.AnyAsync(s => s.Id == id && s.AccountId == user.Id, cancellationToken);
            return isOwn ? await sessions.EndAsync(id, cancellationToken) : 0;
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page : SlicePage
    {
        [BindProperty]
        public Command Form { get; set; } = new();

        public IReadOnlyList<Row> Rows { get; private set; } = [];

        public async Task OnGetAsync() => Rows = await SendAsync(new Query());

        public Task<IActionResult> OnPostAsync() =>
            SendThenRedirectAsync(
                Form,
                ended =>
                {
                    Notice = ended == 0 ? "Cette session était déjà fermée." : "C’est fermé.";
                    return "/mon-compte/sessions";
                },
                notice: null,
                OnGetAsync
            );
    }
}
