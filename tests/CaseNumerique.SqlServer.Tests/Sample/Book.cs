namespace CaseNumerique.SqlServer.Tests.Sample;

internal sealed class Book
{
    public Guid Id { get; private init; }
    public required string Title { get; set; }
    public string? Subtitle { get; set; }
    public Genre Genre { get; set; }
    public DateOnly PublishedOn { get; set; }
    public DateTime AddedAt { get; set; }
    public bool IsLent { get; set; }
    public long Price { get; set; }
    public byte[]? Cover { get; set; }
    public List<Chapter> Chapters { get; } = [];
}

internal enum Genre
{
    Novel = 1,
    Poetry,
}
