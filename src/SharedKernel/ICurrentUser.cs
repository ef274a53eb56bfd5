namespace CaseNumerique.SharedKernel;

/// <summary>Who acts; the system itself, outside a request.</summary>
public interface ICurrentUser
{
    string Name { get; }

    /// <summary>Null when the system itself acts.</summary>
    string? Email { get; }
}
