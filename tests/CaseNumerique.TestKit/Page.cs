using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CaseNumerique.TestKit;

/// <summary>What came back.</summary>
/// <param name="Url">Where the redirects led.</param>
/// <param name="Body">The answer as it came.</param>
public sealed record Page(HttpStatusCode Status, string Url, string Body, HttpResponseMessage Response)
{
    private static readonly HtmlParser _parser = new();

    private IHtmlDocument? _document;

    public IHtmlDocument Document => _document ??= _parser.ParseDocument(Body);

    /// <summary>What a person reads of a page, white space folded; the raw body of anything else.</summary>
    public string Text =>
        Response.Content.Headers.ContentType?.MediaType == "text/html"
            ? string.Join(
                ' ',
                (Document.Body?.TextContent ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
            )
            : Body;

    internal static async Task<Page> ReadAsync(HttpResponseMessage response) =>
        new(
            response.StatusCode,
            response.RequestMessage!.RequestUri!.ToString(),
            await response.Content.ReadAsStringAsync(),
            response
        );
}
