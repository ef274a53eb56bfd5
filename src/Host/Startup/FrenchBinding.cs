using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CaseNumerique.Host.Startup;

/// <summary>What the framework says when a value cannot even be read.</summary>
internal static class FrenchBinding
{
    public static void SpeakFrench(this DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Unreadable(value));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(Unreadable);
        messages.SetValueIsInvalidAccessor(Unreadable);
        messages.SetValueMustBeANumberAccessor(_ => "Écrivez un nombre, en chiffres.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Écrivez un nombre, en chiffres.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Cette réponse n’est pas valable.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Cette réponse n’est pas valable.");
        messages.SetValueMustNotBeNullAccessor(_ => "Cette réponse manque.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Cette réponse manque.");
        messages.SetMissingKeyOrValueAccessor(() => "Cette réponse manque.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "La demande est vide.");
    }

    private static string Unreadable(string value) => $"« {value} » ne peut pas être lu ici. Corrigez cette réponse.";
}
