using System.Xml.Linq;
using CaseNumerique.Platform.Printing;
using CaseNumerique.SharedKernel;
using Microsoft.Extensions.Options;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace CaseNumerique.Host.Tests.Printing;

/// <summary>What was printed, as a library reads it that did not write it.</summary>
internal sealed class Paper : IDisposable
{
    private readonly PdfDocument _document;

    private Paper(byte[] bytes) => _document = PdfDocument.Open(bytes);

    public IReadOnlyList<Page> Pages => [.. _document.GetPages()];

    /// <summary>In the order of the file, lines one after the other.</summary>
    public string Text => string.Concat(Pages.Select(p => p.Text));

    public DocumentInformation Information => _document.Information;

    public DictionaryToken Catalog => _document.Structure.Catalog.CatalogDictionary;

    public XDocument Metadata =>
        _document.TryGetXmpMetadata(out var metadata)
            ? XDocument.Load(new MemoryStream(metadata.GetXmlBytes().ToArray()))
            : throw new InvalidOperationException("No metadata.");

    /// <summary>Depth first, as a screen reader goes through them.</summary>
    public IReadOnlyList<Tagged> Structure =>
        [.. Walk(Follow(Follow(Catalog.Data["StructTreeRoot"]).Data["K"]), depth: 0)];

    public static byte[] Print(Printout printout) => new Printer(Options.Create(new PortalOptions())).Print(printout);

    public static Paper Of(string title, params PrintBlock[] blocks) => Of(Papers.Of(title, blocks));

    public static Paper Of(Printout printout) => Read(Print(printout));

    public static Paper Read(byte[] bytes) => new(bytes);

    public DictionaryToken Follow(IToken token) =>
        token is IndirectReferenceToken reference
            ? (DictionaryToken)_document.Structure.GetObject(reference.Data).Data
            : (DictionaryToken)token;

    /// <summary>Letters that belong to no element: grounds, feet and what repeats.</summary>
    public static string Unsaid(Page page) =>
        string.Concat(
            page.GetMarkedContents().Where(c => c.IsArtifact).SelectMany(c => c.Letters).Select(l => l.Value)
        );

    public void Dispose() => _document.Dispose();

    private IEnumerable<Tagged> Walk(DictionaryToken element, int depth)
    {
        yield return new(((NameToken)element.Data["S"]).Data, depth, element);
        if (!element.Data.TryGetValue("K", out var kids))
        {
            yield break;
        }

        foreach (var kid in kids is ArrayToken many ? many.Data : [kids])
        {
            if (
                kid is IndirectReferenceToken or DictionaryToken
                && Follow(kid) is var child
                && child.Data.ContainsKey("S")
            )
            {
                foreach (var below in Walk(child, depth + 1))
                {
                    yield return below;
                }
            }
        }
    }
}

/// <summary>An element of the structure.</summary>
internal sealed record Tagged(string Tag, int Depth, DictionaryToken Element)
{
    public string? Words(string key) =>
        Element.Data.TryGetValue(key, out var value)
            ? value switch
            {
                StringToken words => words.Data,
                HexToken words => words.Data,
                _ => value.ToString(),
            }
            : null;
}
