namespace CaseNumerique.SharedKernel;

/// <summary>The section <c>Portal</c>: where the site is, and in whose name it speaks.</summary>
public sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>Absolute address that links in mails start with, without a final slash.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Name of the authority shown to people.</summary>
    public string Authority { get; set; } = "ÉcoNum";

    /// <summary>Number people may call, in E.164.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Whether people reach the site over TLS: on a developer's machine they do not.</summary>
    public bool IsHttps => BaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public string Absolute(string path) => BaseUrl.TrimEnd('/') + path;
}
