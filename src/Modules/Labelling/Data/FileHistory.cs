using CaseNumerique.Contracts.Labelling;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Labelling.Data;

/// <summary>How what happens to a file is written down and announced, in the context that is about to be saved.</summary>
internal static class FileHistory
{
    public static void Make(
        this LabellingDbContext db,
        LabelApplication file,
        ApplicationMove move,
        ICurrentUser user,
        DateTime now,
        string? reason = null
    ) => db.Add(file, file.Make(move, user, now, reason));

    /// <summary>Something that moves nothing: given to somebody else, a visit, an opinion asked for.</summary>
    public static void Tell(
        this LabellingDbContext db,
        LabelApplication file,
        FileNews news,
        ICurrentUser user,
        DateTime now,
        string? reason = null
    ) => db.Add(file, ApplicationEvent.Of(file, news.Path, news.Done, user, now, reason, news.IsInternal));

    /// <summary>Announced without a line of the history: what it is about tells by itself.</summary>
    public static void Announce(this LabellingDbContext db, LabelApplication file, FileNews news, Guid about) =>
        db.Announce(new LabelApplicationMoved(file.Id, file.EpnId, file.Number, news.Path, about), file.Id);

    /// <exception cref="ValidationException">Somebody has changed the same meanwhile.</exception>
    public static async Task SaveFileAsync(this LabellingDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || error.IsDuplicate())
        {
            const string message = "Quelqu’un vient de modifier ce dossier. Relisez-le, puis recommencez.";
            throw new ValidationException([new ValidationFailure("", message)]);
        }
    }

    private static void Add(this LabellingDbContext db, LabelApplication file, ApplicationEvent line)
    {
        db.ApplicationEvents.Add(line);
        db.Announce(file.ToMoved(line), file.Id);
    }
}

/// <summary>What is told of a file that moves it nowhere.</summary>
/// <param name="Path">Stable name, beside those of <see cref="ApplicationMove"/>.</param>
/// <param name="Done">As the history tells it.</param>
internal sealed record FileNews(string Path, string Done, bool IsInternal = false)
{
    public static readonly FileNews Assigned = new("affectation", "Dossier confié à une autre personne");
    public static readonly FileNews MoreTimeAsked = new("delai-demande", "Délai supplémentaire demandé");
    public static readonly FileNews MoreTime = new("delai-accorde", "Délai prolongé");
    public static readonly FileNews NoMoreTime = new("delai-refuse", "Délai maintenu");
    public static readonly FileNews Message = new("message", "Message");
    public static readonly FileNews OpinionAsked = new("avis-demande", "Avis extérieur demandé", IsInternal: true);
    public static readonly FileNews OpinionReceived = new("avis-recu", "Avis extérieur reçu", IsInternal: true);
    public static readonly FileNews VisitProposed = new("visite-proposee", "Dates de visite proposées");
    public static readonly FileNews VisitCountered = new("visite-autres-dates", "Autres dates de visite proposées");
    public static readonly FileNews VisitConfirmed = new("visite-confirmee", "Visite confirmée");
    public static readonly FileNews VisitCancelled = new("visite-annulee", "Visite annulée");
    public static readonly FileNews VisitDone = new("visite-faite", "Visite faite");
}
