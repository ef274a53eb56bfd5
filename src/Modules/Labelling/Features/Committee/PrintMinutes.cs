using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.Committee;

/// <summary>The minutes of a closed session, to be signed.</summary>
internal static class PrintMinutes
{
    [Authorize(Policies.Sit)]
    public sealed class Page(IPrinter printer) : SessionPage
    {
        public async Task<IActionResult> OnGetAsync(Guid id) =>
            await FindAsync(id) && Session.ClosedAt is { } closedAt
                ? File(
                    printer.Print(Of(Session, closedAt, EpnOf)),
                    IPrinter.ContentType,
                    FormattableString.Invariant($"pv-comite-{Session.HeldOn:yyyy-MM-dd}.pdf")
                )
                : NotFound();
    }

    internal static Printout Of(CommitteeSession session, DateTime closedAt, Func<CommitteeItem, Epn> epnOf)
    {
        var seats = session.Seats.OrderBy(s => s.Name, StringComparer.Ordinal).ToList();
        return new Printout(
            "Procès-verbal du comité de labellisation",
            closedAt,
            [
                new PrintBlock.Facts(
                    new PrintFact("Séance", $"{CommitteeWords.When(session)}, {session.Place ?? "à distance"}"),
                    new PrintFact("Présents", NamesOf(seats.Where(s => s.IsPresent))),
                    new PrintFact("Absents", NamesOf(seats.Where(s => !s.IsPresent))),
                    new PrintFact(
                        "Quorum",
                        $"{session.QuorumPercent} % des membres, compté par dossier sans les déports"
                    )
                ),
                .. session.Items.OrderBy(i => i.Position).SelectMany(i => ItemOf(i, epnOf(i), seats)),
                .. session.Remarks is { } remarks
                    ? (PrintBlock[])[new PrintBlock.Heading("Observations"), new PrintBlock.Paragraph(remarks)]
                    : [],
                new PrintBlock.Signature("Nouméa", session.HeldOn, Name: null, "Présidence de séance"),
            ]
        )
        {
            Reference = session.Name,
        };
    }

    private static IEnumerable<PrintBlock> ItemOf(CommitteeItem item, Epn epn, IEnumerable<CommitteeSeat> seats)
    {
        var recused = seats.Where(s => item.Recusals.Any(r => r.SeatId == s.Id)).ToList();
        yield return new PrintBlock.Heading($"{item.Position}. {epn.Name}, {epn.Commune}");
        yield return new PrintBlock.Facts(
            new PrintFact("Dossier", item.Application.Number ?? ""),
            new PrintFact("Question", CommitteeWords.Question(item.Motion)),
            new PrintFact("En déport", NamesOf(recused)),
            new PrintFact("Résultat", CommitteeWords.Result(item))
        );
    }

    private static string NamesOf(IEnumerable<CommitteeSeat> seats) =>
        string.Join(", ", seats.Select(s => s.Name)) is { Length: > 0 } names ? names : "Personne";
}
