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

    public string Absolute(string path) => BaseUrl.TrimEnd('/') + path;
}
