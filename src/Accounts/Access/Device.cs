using System.Security.Cryptography;
using CaseNumerique.Accounts.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseNumerique.Accounts.Access;

/// <summary>Knows a machine again by a cookie that outlives sessions and tells nothing of the person.</summary>
internal sealed class Device(IDataProtectionProvider protection, CookieNaming naming, TimeProvider clock)
{
    // Browsers keep no cookie longer.
    private static readonly TimeSpan _life = TimeSpan.FromDays(400);

    private readonly IDataProtector _protector = protection.CreateProtector("CaseNumerique.Device");

    /// <summary>Null for a machine that has never signed in here.</summary>
    public Guid? IdOf(HttpContext context)
    {
        if (context.Request.Cookies[naming.NameOf("case-appareil")] is not { } value)
        {
            return null;
        }

        try
        {
            return new Guid(_protector.Unprotect(WebEncoders.Base64UrlDecode(value)));
        }
        catch (Exception error) when (error is FormatException or ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The machine's id, now in its cookie for as long as a browser keeps one.</summary>
    public Guid Remember(HttpContext context)
    {
        var id = IdOf(context) ?? Guid.NewGuid();
        var cookie = new CookieBuilder { Name = "case-appareil", IsEssential = true };
        naming.Apply(cookie, "case-appareil");
        var options = cookie.Build(context, clock.GetUtcNow());
        options.Expires = clock.GetUtcNow() + _life;
        context.Response.Cookies.Append(
            cookie.Name!,
            WebEncoders.Base64UrlEncode(_protector.Protect(id.ToByteArray())),
            options
        );
        return id;
    }

    /// <summary>Browser and system in words a person knows; from a header that proves nothing.</summary>
    public static string NameOf(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        var browser = Find(
            agent,
            [
                ("Edg/", "Edge"),
                ("OPR/", "Opera"),
                ("Firefox/", "Firefox"),
                ("SamsungBrowser/", "Samsung Internet"),
                ("Chrome/", "Chrome"),
                ("Safari/", "Safari"),
            ],
            "Un navigateur"
        );
        var system = Find(
            agent,
            [
                ("Android", "Android"),
                ("iPhone", "iPhone"),
                ("iPad", "iPad"),
                ("Windows", "Windows"),
                ("Mac OS X", "Mac"),
                ("CrOS", "ChromeOS"),
                ("Linux", "Linux"),
            ],
            "un système inconnu"
        );
        return $"{browser} sur {system}";
    }

    private static string Find(string agent, (string Mark, string Name)[] known, string otherwise) =>
        known.FirstOrDefault(k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name ?? otherwise;
}
