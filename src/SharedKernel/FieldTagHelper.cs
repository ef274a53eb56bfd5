using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CaseNumerique.SharedKernel;

/// <summary>
/// A field of a form: label, hint, what is wrong and the control inside, tied together for those who do not see the page.
/// </summary>
public sealed class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }
    public string Label { get; set; } = "";
    public string Hint { get; set; } = "";
    public bool Optional { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(For.Name, "_");
        var errors = ViewContext.ViewData.ModelState.TryGetValue(For.Name, out var entry)
            ? entry.Errors.Select(e => e.ErrorMessage).Distinct().ToArray()
            : [];
        context.Items[typeof(FieldTagHelper)] = new Field(
            string.Join(
                ' ',
                [.. Hint.Length > 0 ? [$"{id}-h"] : (string[])[], .. errors.Length > 0 ? [$"{id}-e"] : (string[])[]]
            ),
            errors.Length > 0
        );
        var control = await output.GetChildContentAsync();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", errors.Length > 0 ? "field bad" : "field");
        var label = Element("label", FrenchText.Typeset(Label));
        label.Attributes["for"] = id;
        if (Optional)
        {
            label.InnerHtml.AppendHtml(" ").AppendHtml(Element("span", "(facultatif)", "muted"));
        }

        output.Content.AppendHtml(label);
        if (Hint.Length > 0)
        {
            output.Content.AppendHtml(Element("span", FrenchText.Typeset(Hint), "hint", $"{id}-h"));
        }

        if (errors.Length > 0)
        {
            var list = Element("span", "", "error", $"{id}-e");
            foreach (var error in errors)
            {
                list.InnerHtml.AppendHtml(Element("span", error, "error"));
            }

            output.Content.AppendHtml(list);
        }

        output.Content.AppendHtml(control);
    }

    private static TagBuilder Element(string name, string text, string? style = null, string? id = null)
    {
        var element = new TagBuilder(name);
        element.InnerHtml.Append(text);
        if (style is not null)
        {
            element.AddCssClass(style);
        }

        if (id is not null)
        {
            element.Attributes["id"] = id;
        }

        return element;
    }

    internal sealed record Field(string DescribedBy, bool IsBad);
}
