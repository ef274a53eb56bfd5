namespace CaseNumerique.SharedKernel;

/// <summary>Makes documents for paper: tagged, with the fonts inside, to be kept for as long as a record is.</summary>
public interface IPrinter
{
    const string ContentType = "application/pdf";

    /// <summary>The same printout gives the same bytes, on each machine and on each day.</summary>
    byte[] Print(Printout printout);
}
