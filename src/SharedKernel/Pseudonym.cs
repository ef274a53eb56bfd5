using System.Security.Cryptography;

namespace CaseNumerique.SharedKernel;

/// <summary>What stands instead of the name of a person who was erased.</summary>
public static class Pseudonym
{
    private const int Bytes = 3;

    /// <summary>« Personne effacée 7F3A09 »: drawn, so that nothing leads back to the person.</summary>
    public static string Draw() => $"Personne effacée {Convert.ToHexString(RandomNumberGenerator.GetBytes(Bytes))}";
}
