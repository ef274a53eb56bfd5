namespace CaseNumerique.Host.Features;

/// <summary>Whether each page says that what it shows is fictional.</summary>
internal sealed class ExampleDataMark
{
    public bool IsShown { get; set; }
}
