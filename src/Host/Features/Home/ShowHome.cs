using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseNumerique.Host.Features.Home;

internal static class ShowHome
{
    [AllowAnonymous]
    public sealed class Page : PageModel;
}
