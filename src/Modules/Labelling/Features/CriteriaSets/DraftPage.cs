namespace CaseNumerique.Labelling.Features.CriteriaSets;

/// <summary>A page that changes a draft, and shows both versions when somebody else was quicker.</summary>
internal abstract class DraftPage : CriteriaSetPage
{
    /// <summary>What stands saved and differs from what was typed, when somebody else was quicker.</summary>
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    /// <summary>To be posted with the form: what the person has read.</summary>
    public int ReadVersion { get; protected set; }

    protected bool IsLost =>
        ModelState["Form.Version"]?.Errors.Any(e => e.ErrorMessage == DraftChange.LostRace) ?? false;

    /// <summary>Reads the draft again after a refusal.</summary>
    /// <param name="saved">What stands saved of the thing that was being changed, once <c>Set</c> is read again.</param>
    protected async Task CompareAsync(Func<IEnumerable<Fact>?> saved, IEnumerable<Fact> typed)
    {
        if (!IsLost || !await FindDraftAsync(Set.Number))
        {
            return;
        }

        Differences = saved() is { } facts ? Difference.Between(facts, typed) : [];
        // Whoever sends the form again has read what they replace.
        ReadVersion = Set.Version;
    }
}
