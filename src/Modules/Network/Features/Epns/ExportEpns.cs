using System.Text.Json.Serialization;
using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseNumerique.Network.Features.Epns;

/// <summary>The open spaces as open data, under the names of the national schema of « lieux de médiation numérique ».</summary>
internal static class ExportEpns
{
    public const int MaxSize = 500;
    private const int DefaultSize = 100;

    public sealed record Query(int Page, int Size) : IRequest<View>;

    public sealed record View(
        [property: JsonPropertyName("total")] int Total,
        [property: JsonPropertyName("page")] int Page,
        [property: JsonPropertyName("pages")] int LastPage,
        [property: JsonPropertyName("lieux")] IReadOnlyList<Row> Places
    );

    public sealed record Row(
        [property: JsonPropertyName("id")] Guid Id,
        [property: JsonPropertyName("nom")] string Name,
        [property: JsonPropertyName("commune")] string Commune,
        [property: JsonPropertyName("code_postal")] string PostalCode,
        [property: JsonPropertyName("adresse")] string Address,
        [property: JsonPropertyName("latitude")] double Latitude,
        [property: JsonPropertyName("longitude")] double Longitude,
        [property: JsonPropertyName("date_maj")] DateOnly UpdatedOn,
        [property: JsonPropertyName("labels")] IReadOnlyList<string> Labels
    );

    public sealed class Handler(NetworkDbContext db, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = clock.Today;
            var page = await db
                .Epns.Open()
                .OrderBy(e => e.Slug)
                .Select(e => ToRow(e, today))
                .ToPageAsync(query.Page, cancellationToken, Math.Clamp(query.Size, 1, MaxSize));
            return new View(page.Total, page.Number, page.LastNumber, page.Rows);
        }

        private static Row ToRow(Epn epn, DateOnly today)
        {
            var commune = Commune.Of(epn.InseeCode);
            var standing = LabelStanding.Of(epn.LabelStatus, epn.LabelExpiresOn, today);
            return new Row(
                epn.Id,
                epn.Name,
                commune.Name,
                commune.PostalCode,
                epn.Address ?? commune.Locality,
                epn.Latitude,
                epn.Longitude,
                epn.UpdatedOn,
                standing == LabelStanding.Holder || standing == LabelStanding.Renewing ? ["Case numérique"] : []
            );
        }
    }

    public sealed class Endpoint : IEndpoint
    {
        public void Map(IEndpointRouteBuilder api) =>
            api.MapGet(
                    "/lieux",
                    async (int? page, int? taille, ISender sender, CancellationToken cancellationToken) =>
                        TypedResults.Ok(
                            await sender.Send(new Query(page ?? 1, taille ?? DefaultSize), cancellationToken)
                        )
                )
                .AllowAnonymous()
                .WithName(nameof(ExportEpns))
                .WithSummary("Les espaces publics numériques ouverts, en données ouvertes");
    }
}
