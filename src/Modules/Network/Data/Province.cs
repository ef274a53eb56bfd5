namespace CaseNumerique.Network.Data;

/// <summary>The three provinces, by the names that notifications and addresses of pages carry.</summary>
internal static class Province
{
    public const int MaxLength = 20;
    public const string Islands = "Îles Loyauté";
    public const string North = "Nord";
    public const string South = "Sud";

    public static readonly string[] All = [Islands, North, South];

    /// <summary>« en province Nord », to end a sentence with.</summary>
    public static string Within(string province) =>
        province == Islands ? "aux îles Loyauté" : $"en province {province}";
}
