using System.Text.RegularExpressions;

namespace CaseNumerique.Host.Tests.Hardening;

/// <summary>What every answer of the site must carry, whatever it answers.</summary>
internal static partial class AnswerRules
{
    /// <summary>A mail is shown alone, cut off by a sandbox: its styles are inline, as mail programs want them.</summary>
    private static readonly Regex _mailShownAlone = MailShownAlone();

    private static readonly (string Name, string Value)[] _headers =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
        ("Server", ""),
        ("X-Powered-By", ""),
    ];

    /// <returns>What is wrong with the answer, a sentence each.</returns>
    public static IEnumerable<string> Faults(string url, HttpResponseMessage answer, bool isPrivate)
    {
        var policy = Header(answer, "Content-Security-Policy");
        if (policy.Contains("unsafe", StringComparison.Ordinal) && !(_mailShownAlone.IsMatch(url) && IsCutOff(policy)))
        {
            yield return $"its policy is unsafe: {policy}";
        }

        foreach (var part in (string[])["default-src 'none'", "frame-ancestors 'none'"])
        {
            if (!policy.Contains(part, StringComparison.Ordinal))
            {
                yield return $"its policy lacks {part}";
            }
        }

        // Marked with ForOtherSites: badges stand on other sites, and programs there read credentials.
        var isForOthers = answer.IsSuccessStatusCode && ForOtherSites().IsMatch(url);
        foreach (var (name, ours) in _headers)
        {
            var value = isForOthers && name == "Cross-Origin-Resource-Policy" ? "cross-origin" : ours;
            if (Header(answer, name) != value)
            {
                yield return $"{name} is « {Header(answer, name)} »";
            }
        }

        if (isPrivate && !Header(answer, "Cache-Control").Contains("no-store", StringComparison.Ordinal))
        {
            yield return $"Cache-Control is « {Header(answer, "Cache-Control")} » behind the sign-in";
        }

        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            if (!GuardedCookie().IsMatch(cookie))
            {
                yield return $"the cookie {cookie.Split('=')[0]} is not guarded: {cookie[(cookie.IndexOf(';') + 1)..]}";
            }
        }
    }

    private static bool IsCutOff(string policy) =>
        policy.Split(';').Any(p => p.Trim() == "sandbox") && !policy.Contains("script-src", StringComparison.Ordinal);

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values)
        : answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values)
        : "";

    [GeneratedRegex("^/verification/(.+/badge.svg|.+[.](json|jwt))$")]
    private static partial Regex ForOtherSites();

    [GeneratedRegex("^/gestion/courriels/[0-9a-f-]+\\?forme=html$")]
    private static partial Regex MailShownAlone();

    [GeneratedRegex(
        "^__Host-(?=.*; path=/(;|$))(?=.*; secure)(?=.*; httponly)(?=.*; samesite=(lax|strict))(?!.*; domain=)"
    )]
    private static partial Regex GuardedCookie();
}
