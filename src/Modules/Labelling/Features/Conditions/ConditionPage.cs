using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.Replies;
using CaseNumerique.SharedKernel;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Labelling.Features.Conditions;

/// <summary>A page about one condition: finds it among those that the person may see.</summary>
internal abstract class ConditionPage : ReplyPage
{
    public ConditionRow Shown { get; private set; } = null!;

    public Condition Condition => Shown.Condition;

    /// <summary>A form that was sent is shown again whatever has happened meanwhile: nothing typed is lost.</summary>
    public bool IsPosted => HttpMethods.IsPost(Request.Method);

    public string ListUrl => $"/gestion/labellisation/labels/{Shown.LabelNumber}/reserves";

    /// <returns>False when there is none, or it is none of the person's business.</returns>
    protected async Task<bool> FindAsync(Guid id)
    {
        var db = HttpContext.RequestServices.GetRequiredService<LabellingDbContext>();
        var row = await db
            .Conditions.Where(c => c.Id == id)
            .ToRows(db)
            .SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (row is null || !User.MaySee(row.EpnId))
        {
            return false;
        }

        Shown = row;
        await LoadRepliesAsync(id);
        return true;
    }
}

/// <summary>A condition with the names of what it is about.</summary>
internal sealed record ConditionRow(
    Condition Condition,
    string Code,
    string Title,
    string LabelNumber,
    Guid EpnId,
    string EpnName,
    string? EvidenceTitle
);

internal static class ConditionQueries
{
    public static IQueryable<ConditionRow> ToRows(this IQueryable<Condition> conditions, LabellingDbContext db) =>
        conditions
            .AsNoTracking()
            .Join(db.Criteria, c => c.CriterionId, k => k.Id, (c, k) => new { Condition = c, Criterion = k })
            .Join(
                db.Labels,
                x => x.Condition.LabelId,
                l => l.Id,
                (x, l) =>
                    new
                    {
                        x.Condition,
                        x.Criterion,
                        Label = l,
                    }
            )
            .Join(
                db.Epns,
                x => x.Label.EpnId,
                e => e.Id,
                (x, e) =>
                    new
                    {
                        x.Condition,
                        x.Criterion,
                        x.Label,
                        Epn = e,
                    }
            )
            .OrderBy(x => x.Condition.LiftedAt != null)
            .ThenBy(x => x.Condition.DueOn)
            .ThenBy(x => x.Criterion.Code)
            .Select(x => new ConditionRow(
                x.Condition,
                x.Criterion.Code,
                x.Criterion.Title,
                x.Label.Number,
                x.Epn.Id,
                x.Epn.Name,
                db.Evidence.Where(v => v.Id == x.Condition.EvidenceId).Select(v => v.Title).FirstOrDefault()
            ));

    /// <exception cref="ValidationException">Somebody else has changed the condition meanwhile.</exception>
    public static async Task SaveConditionAsync(
        this LabellingDbContext db,
        string field,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            const string message =
                "Quelqu’un vient de modifier cette réserve. Relisez-la : ce que vous avez écrit reste ci-dessous.";
            throw new ValidationException([new ValidationFailure(field, message)]);
        }
    }
}
