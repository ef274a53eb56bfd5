using CaseNumerique.Labelling.Data;
using CaseNumerique.SharedKernel;

namespace CaseNumerique.Labelling.Features.LabelApplications;

/// <summary>Files an example as its EPN would have on a day past: numbered, sealed, its version kept.</summary>
internal sealed class ExampleFiling(LabellingDbContext db, IFileStore store)
{
    /// <param name="file">Tracked, its answers with it; all of it is saved.</param>
    public async Task FileAsync(
        LabelApplication file,
        ICurrentUser manager,
        DateTime at,
        CancellationToken cancellationToken
    )
    {
        await db.SaveChangesAsync(cancellationToken);
        var content = await FileContent.LoadAsync(db, file.Id, cancellationToken);
        var number = await db.NextNumberAsync(NoumeaTime.DayOf(at).Year, cancellationToken);
        var version = await db.NextVersionAsync(content, number, store, at, cancellationToken);
        db.FiledVersions.Add(version);
        content.File.NoteFiling(number, version.Seal, manager, at);
        db.ApplicationEvents.Add(content.File.Make(ApplicationMove.Submit, manager, at));
        await db.SaveChangesAsync(cancellationToken);
    }
}
