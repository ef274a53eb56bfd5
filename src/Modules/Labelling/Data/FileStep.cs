using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Data;

/// <summary>One of the pages by which an EPN fills in its file.</summary>
/// <param name="Path">After the file's own address.</param>
internal sealed record FileStep(string Path, string Title)
{
    public static readonly FileStep Operator = new("/gestionnaire", "Gestionnaire et projet");
    public static readonly FileStep Signing = new("/charte", "Charte");
    public static readonly FileStep Filing = new("/depot", "Relire et déposer");

    public static FileStep For(Chapter chapter) =>
        new($"/criteres/{chapter.Code}", FrenchText.Typeset($"{chapter.Code}. {chapter.Title}"));

    /// <summary>In the order in which they are taken.</summary>
    public static IReadOnlyList<FileStep> Of(CriteriaSet set) =>
        [Operator, .. set.Chapters.OrderBy(c => c.Position).Select(For), Signing, Filing];
}
