using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace CaseNumerique.Host.Startup;

/// <summary>What a signed-in person is shown stays in no cache: the next person at a shared machine would find it (ASVS 14.3.2).</summary>
internal static class PrivateAnswers
{
    public static void UsePrivateAnswers(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                var isForAll = context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
                if (context.User.Identity?.IsAuthenticated is true && !isForAll)
                {
                    context.Response.OnStarting(() =>
                    {
                        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
                        context.Response.Headers.Remove(HeaderNames.Expires);
                        return Task.CompletedTask;
                    });
                }

                return next(context);
            }
        );
}
