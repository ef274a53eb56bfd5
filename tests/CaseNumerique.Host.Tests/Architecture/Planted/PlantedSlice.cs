using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseNumerique.Host.Tests.Architecture.Planted;

/// <summary>Breaks the rules on purpose: not static, no file of its own under Features, no validator, no policy.</summary>
internal sealed class PlantedSlice
{
    public sealed record Command : IRequest<Unit>;

    public sealed class Page : PageModel;

    [Authorize]
    public sealed class Vague : PageModel;
}
