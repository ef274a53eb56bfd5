using AngleSharp.Html.Dom;

namespace CaseNumerique.TestKit;

/// <summary>A person's browser without JavaScript: follows links, fills forms, keeps cookies.</summary>
public sealed class Browser(HttpClient client)
{
    public HttpClient Client => client;

    public async Task<Page> GetAsync(string url) => await Page.ReadAsync(await client.GetAsync(url));

    /// <summary>Fills a form as a browser would send it, what stands in it included, and sends it.</summary>
    /// <param name="values">What the person types, by field name; a check box takes « true » or « false ».</param>
    /// <param name="button">Part of a button's text, where a form has several.</param>
    public async Task<Page> SubmitAsync(
        Page page,
        string form,
        Dictionary<string, string> values,
        string? button = null
    )
    {
        var found =
            page.Document.QuerySelector(form) as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form « {form} » at {page.Url} ({page.Status}).");
        var fields = Fields(found, values, button);
        var action = found.GetAttribute("action");
        var target = new Uri(new Uri(page.Url), string.IsNullOrEmpty(action) ? page.Url : action);
        if (string.Equals(found.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
        {
            using var content = new FormUrlEncodedContent(fields);
            return await Page.ReadAsync(await client.PostAsync(target, content));
        }

        using var query = new FormUrlEncodedContent(fields);
        var url = new UriBuilder(target) { Query = await query.ReadAsStringAsync() };
        return await Page.ReadAsync(await client.GetAsync(url.Uri.ToString()));
    }

    /// <summary>The same with files, as a browser without script sends them.</summary>
    /// <param name="field">The name of the field that takes the files.</param>
    public async Task<Page> SendFilesAsync(
        Page page,
        string form,
        Dictionary<string, string> values,
        string field,
        params (string Name, string Content)[] files
    )
    {
        var found =
            page.Document.QuerySelector(form) as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form « {form} » at {page.Url} ({page.Status}).");
        using var sent = new MultipartFormDataContent();
        foreach (var (name, value) in Fields(found, values, button: null).Where(f => f.Key != field))
        {
            sent.Add(new StringContent(value), name);
        }

        foreach (var (name, content) in files)
        {
            sent.Add(new StringContent(content), field, name);
        }

        return await Page.ReadAsync(await client.PostAsync(new Uri(page.Url), sent));
    }

    /// <summary>Sends to a page what none of its forms would, as somebody does who lacks the button.</summary>
    public async Task<Page> PostAsync(Page page, Dictionary<string, string> values)
    {
        const string token = "__RequestVerificationToken";
        var value = page.Document.QuerySelector($"input[name={token}]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([.. values, new(token, value)]);
        return await Page.ReadAsync(await client.PostAsync(new Uri(page.Url), content));
    }

    private static List<KeyValuePair<string, string>> Fields(
        IHtmlFormElement form,
        Dictionary<string, string> values,
        string? button
    )
    {
        var left = new Dictionary<string, string>(values);
        List<KeyValuePair<string, string>> fields = [];
        foreach (var element in form.Elements.Where(e => e.HasAttribute("name") && !e.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            var isTyped = values.TryGetValue(name, out var typed);
            switch (element)
            {
                case IHtmlButtonElement b:
                    if (button is not null && b.TextContent.Contains(button, StringComparison.Ordinal))
                    {
                        fields.Add(new(name, b.Value));
                    }

                    continue;
                case IHtmlInputElement { Type: "hidden" } hidden:
                    // ASP.NET adds a hidden « false » after each check box: what is typed is the check box's.
                    var isTwin = isTyped && form.QuerySelector($"input[type=checkbox][name='{name}']") is not null;
                    fields.Add(new(name, isTyped && !isTwin ? typed! : hidden.Value));
                    break;
                case IHtmlInputElement { Type: "checkbox" } box:
                    if (isTyped ? typed == "true" : box.IsChecked)
                    {
                        fields.Add(new(name, box.Value));
                    }

                    break;
                case IHtmlInputElement { Type: "radio" } radio:
                    if (isTyped ? radio.Value == typed : radio.IsChecked)
                    {
                        fields.Add(new(name, radio.Value));
                    }

                    break;
                case IHtmlInputElement input:
                    fields.Add(new(name, typed ?? input.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.Add(new(name, typed ?? select.Value ?? ""));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(new(name, typed ?? area.Value));
                    break;
            }

            left.Remove(name);
        }

        return left.Count == 0
            ? fields
            : throw new InvalidOperationException($"The form has no field {string.Join(", ", left.Keys)}.");
    }
}
