namespace CaseNumerique.Labelling.Data;

/// <summary>Where a file stands. Those before <see cref="Granted"/> are open; an index counts on the numbers.</summary>
internal enum ApplicationStatus
{
    Draft = 0,
    Submitted = 1,

    /// <summary>Somebody looks whether all is there.</summary>
    Admissibility = 2,

    /// <summary>The EPN must send what is missing; the time of assessment stands still.</summary>
    ToComplete = 3,
    UnderAssessment = 4,
    OpinionGiven = 5,
    InCommittee = 6,
    Granted = 7,
    GrantedWithConditions = 8,
    Refused = 9,

    /// <summary>Taken back by the EPN.</summary>
    Withdrawn = 10,

    /// <summary>A draft that was given up.</summary>
    Abandoned = 11,

    /// <summary>What was missing never came.</summary>
    Lapsed = 12,
}

/// <summary>What the assessor, or the committee, thinks of a file.</summary>
internal enum OpinionKind
{
    Favourable,
    FavourableWithConditions,
    Defer,
    Unfavourable,
}
