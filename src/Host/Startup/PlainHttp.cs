using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CaseNumerique.Host.Startup;

/// <summary>
/// What a proxy took in by plain http, where the site's address is https: a person's browser is led there, a program is
/// refused, so that what it sends in the open does not go unnoticed (ASVS 4.1.2).
/// </summary>
internal static class PlainHttp
{
    private const string Refusal = "Ce site ne répond qu’en https.";

    public static void UsePlainHttpRefusal(this WebApplication app)
    {
        var portal = app.Services.GetRequiredService<IOptions<PortalOptions>>();
        app.UseWhen(
            context => CameInPlain(context.Request) && portal.Value.IsHttps,
            plain => plain.Run(context => AnswerAsync(context, portal.Value))
        );
    }

    // Only what a named proxy says it took in: whoever asks from the machine itself, as a health check does, has no TLS.
    private static bool CameInPlain(HttpRequest request) =>
        !request.IsHttps && request.Headers.ContainsKey(ForwardedHeadersDefaults.XOriginalProtoHeaderName);

    private static Task AnswerAsync(HttpContext context, PortalOptions portal)
    {
        if (!IsReadByAPerson(context.Request))
        {
            return TypedResults.Problem(Refusal, statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
        }

        // To the address of the settings, since whoever asks chooses the header Host.
        var url = portal.Absolute(context.Request.GetEncodedPathAndQuery());
        context.Response.Redirect(url, permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }

    private static bool IsReadByAPerson(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Path.StartsWithSegments("/api")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
