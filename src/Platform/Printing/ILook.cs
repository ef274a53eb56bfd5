using CaseNumerique.SharedKernel;
using PdfSharp.Drawing;

namespace CaseNumerique.Platform.Printing;

/// <summary>How a kind of document is laid out and what surrounds it on each page.</summary>
internal interface ILook
{
    XSize Page { get; }

    Flow Lay(Printout printout);

    /// <summary>Under the text.</summary>
    void Ground(Canvas canvas);

    void Foot(Canvas canvas, Printout printout, int page, int of);
}
