namespace CaseNumerique.SqlServer.Tests.Sample;

internal sealed class Chapter
{
    public long Id { get; private init; }
    public Guid BookId { get; init; }
    public required string Name { get; set; }
    public int Pages { get; set; }
}
