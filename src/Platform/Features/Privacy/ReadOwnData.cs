using CaseNumerique.Platform.Privacy;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Platform.Features.Privacy;

/// <summary>What all modules keep of the person who asks.</summary>
internal static class ReadOwnData
{
    public sealed record Query(PersonKey Person) : IRequest<IReadOnlyList<PersonalRecord>>;

    public sealed class Handler(PersonalDataReader reader) : IRequestHandler<Query, IReadOnlyList<PersonalRecord>>
    {
        public Task<IReadOnlyList<PersonalRecord>> Handle(Query query, CancellationToken cancellationToken) =>
            reader.ReadAsync(query.Person, cancellationToken);
    }

    [Authorize(Policies.Own)]
    public sealed class Page(IOptions<PortalOptions> portal) : SlicePage
    {
        public const int MostShown = 50;

        public ILookup<string, PersonalRecord> Kinds { get; private set; } = null!;

        public PortalOptions Portal => portal.Value;

        public async Task OnGetAsync() =>
            Kinds = (await SendAsync(new Query(PersonalDataReader.KeyOf(User)))).ToLookup(r => r.Kind);
    }
}
