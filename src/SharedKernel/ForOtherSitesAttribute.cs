namespace CaseNumerique.SharedKernel;

/// <summary>Marks a public answer that pages of other sites may load: a badge, a credential. All else is for this site alone.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForOtherSitesAttribute : Attribute;
