using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Features.Privacy;

/// <summary>What the platform does with data of people, for everybody. The periods are read from the rules, so that they are true.</summary>
internal static class ReadRegister
{
    public sealed record Query : IRequest<IReadOnlyList<Period>>;

    public sealed record Period(string Title, int Days, string Effect);

    public sealed class Handler(RetentionRules rules) : IRequestHandler<Query, IReadOnlyList<Period>>
    {
        public async Task<IReadOnlyList<Period>> Handle(Query query, CancellationToken cancellationToken) =>
            [
                .. (await rules.InForceAsync(cancellationToken)).Select(k => new Period(
                    k.Kind.Title,
                    k.Days,
                    k.Kind.Effect
                )),
            ];
    }

    [AllowAnonymous]
    public sealed class Page(IOptions<PortalOptions> portal) : SlicePage
    {
        public IReadOnlyList<Period> Periods { get; private set; } = [];

        public PortalOptions Portal => portal.Value;

        public async Task OnGetAsync() => Periods = await SendAsync(new Query());
    }
}
