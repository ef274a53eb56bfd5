using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace CaseNumerique.Accounts.Access;

/// <summary>What went wrong with a provider, as the page that the person started from says it.</summary>
internal static class ProviderTrouble
{
    /// <summary>Where <c>_ProviderTrouble.cshtml</c> finds it, once.</summary>
    public const string Key = "fournisseur";

    public const string Silent =
        "Le fournisseur ne répond pas. Réessayez plus tard, ou connectez-vous d’une autre façon.";

    public const string Cancelled = "Vous avez renoncé chez le fournisseur. Rien n’a changé ici.";

    public const string Failed =
        "La réponse du fournisseur n’est pas valable, ou elle est venue trop tard. Recommencez.";

    public static void Tell(HttpContext context, string sentence)
    {
        var data = context.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
        data[Key] = sentence;
        data.Save();
    }

    public static string SentenceOf(Exception? failure) => IsSilence(failure) ? Silent : Failed;

    /// <summary>Whether the provider could not be reached, or did not answer in time.</summary>
    public static bool IsSilence(Exception? failure) =>
        failure is not null
        && (
            failure is HttpRequestException or IOException or OperationCanceledException
            || IsSilence(failure.InnerException)
        );
}
