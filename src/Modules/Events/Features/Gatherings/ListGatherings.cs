using System.Text.Json.Serialization;
using CaseNumerique.Events.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Events.Features.Gatherings;

internal static class ListGatherings
{
    public sealed record Query(int Page) : IRequest<View>;

    public sealed record View(
        [property: JsonPropertyName("total")] int Total,
        [property: JsonPropertyName("page")] int Page,
        [property: JsonPropertyName("pages")] int Pages,
        [property: JsonPropertyName("rencontres")] IReadOnlyList<Row> Gatherings
    );

    public sealed record Row(
        [property: JsonPropertyName("id")] Guid Id,
        [property: JsonPropertyName("edition")] int Edition,
        [property: JsonPropertyName("titre")] string Title,
        [property: JsonPropertyName("date_debut")] DateOnly StartsOn,
        [property: JsonPropertyName("date_fin")] DateOnly EndsOn,
        [property: JsonPropertyName("lieu")] string Place,
        [property: JsonPropertyName("espace_hote")] string? Host,
        [property: JsonPropertyName("commune")] string? Commune,
        [property: JsonPropertyName("presentation")] string Presentation,
        [property: JsonPropertyName("places")] int Capacity,
        [property: JsonPropertyName("inscriptions_debut")] DateOnly? RegistrationOpensOn,
        [property: JsonPropertyName("inscriptions_fin")] DateOnly? RegistrationClosesOn,
        [property: JsonPropertyName("lien")] string Url
    );

    public sealed class Handler(EventsDbContext db, IOptions<PortalOptions> portal) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var url = portal.Value.Absolute("/rencontres/");
            var list = await db
                .Gatherings.OrderByDescending(g => g.StartsOn)
                .ThenByDescending(g => g.Edition)
                .Select(g => new Row(
                    g.Id,
                    g.Edition,
                    g.Title,
                    g.StartsOn,
                    g.EndsOn,
                    g.Place,
                    g.Host!.Name,
                    g.Host.Commune,
                    g.Presentation,
                    g.Capacity,
                    g.RegistrationOpensOn,
                    g.RegistrationClosesOn,
                    url + g.Slug
                ))
                .ToPageAsync(query.Page, cancellationToken);
            return new View(list.Total, list.Number, list.LastNumber, list.Rows);
        }
    }

    public sealed class Endpoint : IEndpoint
    {
        public void Map(IEndpointRouteBuilder api) =>
            api.MapGet(
                    "/rencontres",
                    async (ISender sender, CancellationToken ct, int page = 1) =>
                        TypedResults.Ok(await sender.Send(new Query(page), ct))
                )
                .AllowAnonymous()
                .WithName(nameof(ListGatherings))
                .WithSummary("Les rencontres des animateurs, la plus récente d’abord");
    }
}
