using System.Text.Json.Serialization;
using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Verification;

/// <summary>All labels ever granted, as open data.</summary>
internal static class ExportLabels
{
    public const int MaxSize = 500;

    /// <summary>What a cache may keep: a suspension is public within a minute.</summary>
    public const string ForAMinute = "public, max-age=60";

    private const int DefaultSize = 100;

    public sealed record Query(int Page, int Size) : IRequest<View>;

    public sealed record View(
        [property: JsonPropertyName("total")] int Total,
        [property: JsonPropertyName("page")] int Page,
        [property: JsonPropertyName("pages")] int LastPage,
        [property: JsonPropertyName("labels")] IReadOnlyList<LabelFacts> Labels
    );

    public sealed class Handler(LabellingDbContext db, IOptions<PortalOptions> portal, TimeProvider clock)
        : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var page = await db.Verified(db.Labels.OrderBy(l => l.Sequence), clock.Today)
                .ToPageAsync(query.Page, cancellationToken, Math.Clamp(query.Size, 1, MaxSize));
            return new View(
                page.Total,
                page.Number,
                page.LastNumber,
                [.. page.Rows.Select(v => LabelFacts.Of(v, portal.Value, clock))]
            );
        }
    }

    public sealed class Endpoint : IEndpoint
    {
        public void Map(IEndpointRouteBuilder api) =>
            api.MapGet(
                    "/labels",
                    async (
                        int? page,
                        int? taille,
                        HttpResponse response,
                        ISender sender,
                        CancellationToken cancellationToken
                    ) =>
                    {
                        response.Headers.CacheControl = ForAMinute;
                        return TypedResults.Ok(
                            await sender.Send(new Query(page ?? 1, taille ?? DefaultSize), cancellationToken)
                        );
                    }
                )
                .AllowAnonymous()
                .WithName(nameof(ExportLabels))
                .WithSummary("Les labels délivrés, en données ouvertes, avec leur état du jour");
    }
}
