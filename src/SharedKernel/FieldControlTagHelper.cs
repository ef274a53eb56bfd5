using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CaseNumerique.SharedKernel;

/// <summary>The control inside a field: points to the hint and to what is wrong.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class FieldControlTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(FieldTagHelper), out var item) || item is not FieldTagHelper.Field field)
        {
            return;
        }

        if (field.DescribedBy.Length > 0)
        {
            output.Attributes.SetAttribute("aria-describedby", field.DescribedBy);
        }

        if (field.IsBad)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }
    }
}
