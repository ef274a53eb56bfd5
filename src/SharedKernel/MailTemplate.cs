using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;

namespace CaseNumerique.SharedKernel;

/// <summary>Renders the HTML of a mail from a Razor view, outside any request.</summary>
public sealed class MailTemplate(IServiceProvider services, IRazorViewEngine engine, ITempDataProvider tempData)
{
    private static readonly object _shownAlone = new();

    /// <summary>Says that the answer is a mail as it is, with its inline styles: the host then answers under a policy for it.</summary>
    public static void ShowAlone(HttpContext context) => context.Items[_shownAlone] = true;

    public static bool IsShownAlone(HttpContext context) => context.Items.ContainsKey(_shownAlone);

    /// <param name="view">Full path of the view, from the root of its project.</param>
    public async Task<string> RenderAsync<TModel>(string view, TModel model)
    {
        var found = engine.GetView(executingFilePath: null, view, isMainPage: true);
        found.EnsureSuccessful(originalLocations: null);
        var http = new DefaultHttpContext { RequestServices = services };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            Model = model,
        };
        await using var html = new StringWriter();
        await found.View.RenderAsync(
            new ViewContext(
                action,
                found.View,
                data,
                new TempDataDictionary(http, tempData),
                html,
                new HtmlHelperOptions()
            )
        );
        return html.ToString();
    }
}
