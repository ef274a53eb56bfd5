using Microsoft.AspNetCore.Routing;

namespace CaseNumerique.SharedKernel;

/// <summary>A slice's share of the REST API; the host maps each under <c>/api/v1</c>.</summary>
public interface IEndpoint
{
    void Map(IEndpointRouteBuilder api);
}
