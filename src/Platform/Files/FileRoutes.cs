using Microsoft.AspNetCore.Routing;

namespace CaseNumerique.Platform.Files;

internal static class FileRoutes
{
    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        ServeFile.Map(routes);
        ResumableUploads.Map(routes);
    }
}
