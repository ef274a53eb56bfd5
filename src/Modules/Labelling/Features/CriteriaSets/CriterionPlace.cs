using CaseNumerique.Labelling.Data;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>Where a criterion stands in a version: « debut:A » opens chapter A, « apres:A2 » follows A2.</summary>
/// <param name="After">Null to be the first of the chapter.</param>
internal sealed record CriterionPlace(Chapter Chapter, Criterion? After)
{
    private const string Start = "debut:";
    private const string Next = "apres:";

    public static CriterionPlace? Read(CriteriaSet set, string? place)
    {
        if (set.Chapters.SingleOrDefault(c => Start + c.Code == place) is { } first)
        {
            return new CriterionPlace(first, null);
        }

        return set
            .Chapters.SelectMany(c => c.Criteria.Select(k => new CriterionPlace(c, k)))
            .SingleOrDefault(p => Next + p.After!.Code == place);
    }

    /// <summary>Where a criterion stands today; the end of a chapter for one that is not there yet.</summary>
    public static string Of(CriteriaSet set, string code, string? chapterCode)
    {
        var home =
            set.Chapters.SingleOrDefault(c => c.Criteria.Exists(k => k.Code == code))
            ?? set.Chapters.SingleOrDefault(c => c.Code == chapterCode)
            ?? set.Chapters.MaxBy(c => c.Position);
        var before = home?.Criteria.OrderBy(k => k.Position).TakeWhile(k => k.Code != code).LastOrDefault();
        return before is null ? Start + home?.Code : Next + before.Code;
    }

    public static IEnumerable<SelectListItem> All(CriteriaSet set, string but) =>
        set
            .Chapters.OrderBy(c => c.Position)
            .SelectMany(c =>
                (SelectListItem[])
                    [
                        new($"Au début du chapitre {c.Code}", Start + c.Code),
                        .. c
                            .Criteria.Where(k => k.Code != but)
                            .OrderBy(k => k.Position)
                            .Select(k => new SelectListItem($"Après {k.Code}", Next + k.Code)),
                    ]
            );

    /// <summary>Numbers the chapter anew, with the criterion in its place.</summary>
    public void Put(Criterion criterion)
    {
        var others = Chapter.Criteria.Where(k => k != criterion).OrderBy(k => k.Position).ToList();
        // After itself is where it stands: the one before it is found by its rank.
        var index =
            After == criterion ? others.Count(k => k.Position < criterion.Position) : others.IndexOf(After!) + 1;
        others.Insert(index, criterion);
        for (var i = 0; i < others.Count; i++)
        {
            others[i].Position = i + 1;
        }
    }
}
