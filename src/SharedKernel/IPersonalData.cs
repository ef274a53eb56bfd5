namespace CaseNumerique.SharedKernel;

/// <summary>What a module knows of a person: to show it to them, and to forget it.</summary>
/// <remarks>A person without an account is known by an address alone; the account's id is then null.</remarks>
public interface IPersonalData
{
    /// <summary>What the module keeps of the person, ready to be read by them.</summary>
    Task<IReadOnlyList<PersonalRecord>> ReadAsync(PersonKey person, CancellationToken cancellationToken);

    /// <summary>Forgets, as often as it is asked, name and addresses in the module's own tables; facts of public record stay under <paramref name="pseudonym"/>.</summary>
    /// <param name="pseudonym">What stands instead of the name, like « Personne effacée 7F3A ».</param>
    Task EraseAsync(PersonKey person, string pseudonym, CancellationToken cancellationToken);

    /// <summary>Once every module has erased: forgets what was written down meanwhile of the erasing itself.</summary>
    /// <param name="traces">Names, addresses and telephones by which the person was known anywhere.</param>
    Task ForgetTracesAsync(
        PersonKey person,
        IReadOnlyCollection<string> traces,
        string pseudonym,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;
}

/// <summary>By what a person is known.</summary>
/// <param name="Email">As it is written in their account, or in a contact.</param>
public sealed record PersonKey(Guid? AccountId, string Email, string Name);

/// <summary>One thing that is kept of a person.</summary>
/// <param name="Kind">What it is, in French: « Affiliation », « Courriel envoyé ».</param>
/// <param name="Facts">Label and value, in the order to read them.</param>
public sealed record PersonalRecord(string Kind, IReadOnlyList<PersonalFact> Facts)
{
    /// <summary>Where the person corrects it by themselves; null when they must ask.</summary>
    public string? CorrectionUrl { get; init; }
}

public sealed record PersonalFact(string Label, string? Value)
{
    /// <summary>It names the person: a name, an address, a telephone. What an erasure looks for elsewhere.</summary>
    public bool IsIdentity { get; init; }

    /// <summary>As it is kept, where people read it otherwise: a telephone in E.164.</summary>
    public string? KeptAs { get; init; }

    /// <summary>A telephone, in E.164, as people read it.</summary>
    /// <param name="isIdentity">Whether nobody else answers it.</param>
    public static PersonalFact Phone(string label, string? phone, bool isIdentity) =>
        new(label, phone is null ? null : FrenchText.Phone(phone)) { IsIdentity = isIdentity, KeptAs = phone };
}
