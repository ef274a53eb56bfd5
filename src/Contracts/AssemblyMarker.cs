namespace CaseNumerique.Contracts;

/// <summary>Names this assembly for those who look notifications up by their type's name.</summary>
public static class AssemblyMarker;
