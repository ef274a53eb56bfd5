using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CaseNumerique.Host.Startup;

/// <summary>How much and by which verbs anybody may ask. A route that takes files raises the first for itself.</summary>
internal static class RequestLimits
{
    /// <summary>A long form is a few dozen kilobytes.</summary>
    public const long BodyBytes = 1024 * 1024;

    private static readonly string[] _pageMethods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(Limit);
        builder.Services.Configure<FormOptions>(form => form.ValueLengthLimit = (int)BodyBytes);
    }

    /// <summary>A verb that shows a request back to who sent it serves nobody here (ASVS 13.4.4).</summary>
    public static void UseNoTrace(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (!HttpMethods.IsTrace(context.Request.Method))
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                return Task.CompletedTask;
            }
        );

    /// <summary>Says of a body that is too long that it is, and not that the form in it could not be read.</summary>
    public static void UseTooLarge(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                await next(context);
                var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
                if (
                    context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false }
                    && context.Request.ContentLength > limit
                )
                {
                    context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                }
            }
        );

    /// <summary>A page answers reads and forms, and says so to the rest.</summary>
    public static void LimitMethods(this PageConventionCollection conventions)
    {
        conventions.AddFolderRouteModelConvention(
            "/",
            page =>
            {
                // The error page stands in for whatever request went wrong, whose verb it keeps.
                foreach (
                    var selector in page.Selectors.Where(_ =>
                        !page.ViewEnginePath.StartsWith("/Errors/", StringComparison.Ordinal)
                    )
                )
                {
                    selector.EndpointMetadata.Add(new HttpMethodMetadata(_pageMethods));
                }
            }
        );
        conventions.ConfigureFilter(new NoFormHere());
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = BodyBytes;
        kestrel.Limits.MaxRequestLineSize = 4 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);
        kestrel.Limits.MaxConcurrentConnections = 2_000;
    }

    /// <summary>Without it, a form sent to a page that takes none would show the page half made.</summary>
    private sealed class NoFormHere : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            if (
                context.HandlerMethod is null
                && HttpMethods.IsPost(context.HttpContext.Request.Method)
                && !context.ActionDescriptor.ViewEnginePath.StartsWith("/Errors/", StringComparison.Ordinal)
            )
            {
                context.Result = new Microsoft.AspNetCore.Mvc.StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            }
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
    }
}
