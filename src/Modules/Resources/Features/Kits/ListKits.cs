using System.Text.Json.Serialization;
using CaseNumerique.Resources.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Resources.Features.Kits;

internal static class ListKits
{
    public sealed record Query(string? Text, int Page) : IRequest<View>;

    public sealed record View(
        [property: JsonPropertyName("total")] int Total,
        [property: JsonPropertyName("page")] int Page,
        [property: JsonPropertyName("pages")] int Pages,
        [property: JsonPropertyName("ateliers")] IReadOnlyList<Row> Kits
    );

    public sealed record Row(
        [property: JsonPropertyName("id")] Guid Id,
        [property: JsonPropertyName("titre")] string Title,
        [property: JsonPropertyName("resume")] string Summary,
        [property: JsonPropertyName("objectifs")] string[] Objectives,
        [property: JsonPropertyName("public")] string Audience,
        [property: JsonPropertyName("effectif_min")] int MinPeople,
        [property: JsonPropertyName("effectif_max")] int MaxPeople,
        [property: JsonPropertyName("duree_minutes")] int Minutes,
        [property: JsonPropertyName("materiel")] string Material,
        [property: JsonPropertyName("hors_ligne_possible")] bool IsOfflinePossible,
        [property: JsonPropertyName("licence")] string Licence,
        [property: JsonPropertyName("espace_auteur")] string? Author,
        [property: JsonPropertyName("commune")] string? Commune,
        [property: JsonPropertyName("date_publication")] DateOnly PublishedOn,
        [property: JsonPropertyName("lien")] string Url
    );

    public sealed class Handler(ResourcesDbContext db, IOptions<PortalOptions> portal) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var url = portal.Value.Absolute("/ateliers/");
            var list = await db
                .Kits.Matching(query.Text)
                .OrderBy(k => k.Slug)
                .Select(k => new Row(
                    k.Id,
                    k.Title,
                    k.Summary,
                    k.Objectives.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                    k.Audience,
                    k.MinPeople,
                    k.MaxPeople,
                    k.Minutes,
                    k.Material,
                    k.IsOfflinePossible,
                    k.LicenceCode,
                    k.Author!.Name,
                    k.Author.Commune,
                    k.PublishedOn,
                    url + k.Slug
                ))
                .ToPageAsync(query.Page, cancellationToken);
            return new View(list.Total, list.Number, list.LastNumber, list.Rows);
        }
    }

    public sealed class Endpoint : IEndpoint
    {
        public void Map(IEndpointRouteBuilder api) =>
            api.MapGet(
                    "/ateliers",
                    async (ISender sender, CancellationToken ct, string? q, int page = 1) =>
                        TypedResults.Ok(await sender.Send(new Query(q, page), ct))
                )
                .AllowAnonymous()
                .WithName(nameof(ListKits))
                .WithSummary("Les ateliers clés en main publiés, par titre");
    }
}
