using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Labelling.Features.Verification;

/// <summary>One label, checked by another system.</summary>
internal static class ExportLabel
{
    public sealed record Query(string Typed) : IRequest<LabelFacts?>;

    public sealed class Handler(LabellingDbContext db, IOptions<PortalOptions> portal, TimeProvider clock)
        : IRequestHandler<Query, LabelFacts?>
    {
        public async Task<LabelFacts?> Handle(Query query, CancellationToken cancellationToken) =>
            await db.VerifyAsync(query.Typed, clock.Today, cancellationToken) is { } verified
                ? LabelFacts.Of(verified, portal.Value, clock)
                : null;
    }

    public sealed class Endpoint : IEndpoint
    {
        public void Map(IEndpointRouteBuilder api) =>
            api.MapGet(
                    "/labels/{numero}",
                    async Task<Results<Ok<LabelFacts>, ProblemHttpResult>> (
                        string numero,
                        HttpResponse response,
                        ISender sender,
                        CancellationToken cancellationToken
                    ) =>
                    {
                        response.Headers.CacheControl = ExportLabels.ForAMinute;
                        return await sender.Send(new Query(numero), cancellationToken) is { } facts
                            ? TypedResults.Ok(facts)
                            : TypedResults.Problem(
                                "Aucun label ne porte ce numéro.",
                                statusCode: StatusCodes.Status404NotFound
                            );
                    }
                )
                .AllowAnonymous()
                .WithName(nameof(ExportLabel))
                .WithSummary(
                    "Un label, par son numéro\u00A0: valide, suspendu, expiré, retiré, ses dates et son espace"
                );
    }
}
