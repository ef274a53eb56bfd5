namespace CaseNumerique.SharedKernel;

/// <summary>A piece of a <see cref="Printout"/>.</summary>
public abstract record PrintBlock
{
    /// <param name="Level">2 or 3: the title is the first.</param>
    public sealed record Heading(string Words, int Level = 2) : PrintBlock;

    /// <param name="Words">A line feed begins a new line.</param>
    public sealed record Paragraph(string Words) : PrintBlock;

    public sealed record List(IReadOnlyList<string> Items) : PrintBlock
    {
        public bool Numbered { get; init; }
    }

    public sealed record Facts(params IReadOnlyList<PrintFact> Lines) : PrintBlock;

    /// <param name="Caption">Says what the table holds, above it.</param>
    public sealed record Table(
        string Caption,
        IReadOnlyList<PrintColumn> Columns,
        IReadOnlyList<IReadOnlyList<string>> Rows
    ) : PrintBlock
    {
        /// <summary>Rows are high enough to be filled in or signed by hand.</summary>
        public bool ByHand { get; init; }

        /// <summary>Stands in place of the rows when there are none.</summary>
        public string WhenEmpty { get; init; } = "Rien à inscrire.";
    }

    /// <summary>Boxed words that must not be overlooked.</summary>
    public sealed record Note(string Title, string Words) : PrintBlock;

    /// <summary>Room for a signature, or for the stamp of who has signed.</summary>
    /// <param name="Name">Null leaves a line for it.</param>
    public sealed record Signature(string Place, DateOnly On, string? Name, string Function) : PrintBlock;

    /// <param name="Address">What the code leads to; also written under it, for those without a camera.</param>
    /// <param name="Caption">What one finds there.</param>
    public sealed record QrCode(string Address, string Caption) : PrintBlock;

    public sealed record PageBreak : PrintBlock;
}

public sealed record PrintFact(string Label, string Value);

public sealed record PrintColumn(string Header, PrintAlign Align = PrintAlign.Start)
{
    /// <summary>Share of the width beside the others'; after the words when not said.</summary>
    public double? Share { get; init; }
}

public enum PrintAlign
{
    Start,
    Centre,
    End,
}
