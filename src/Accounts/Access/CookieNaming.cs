using CaseNumerique.Accounts.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace CaseNumerique.Accounts.Access;

/// <summary>How every cookie of the site is named and guarded.</summary>
internal sealed class CookieNaming(IHostEnvironment environment)
{
    // The prefix binds a cookie to this host over TLS, which a developer's machine does not have.
    private readonly bool _isSecure = !environment.IsDevelopment();

    public string NameOf(string name) => _isSecure ? $"__Host-{name}" : name;

    public void Apply(CookieBuilder cookie, string name)
    {
        cookie.Name = NameOf(name);
        cookie.SecurePolicy = _isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
    }
}
