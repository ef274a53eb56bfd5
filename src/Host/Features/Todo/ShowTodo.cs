using System.Security.Claims;
using CaseNumerique.Accounts;
using CaseNumerique.SharedKernel;
using MediatR;
using Microsoft.AspNetCore.Authorization;

namespace CaseNumerique.Host.Features.Todo;

internal static class ShowTodo
{
    public sealed record Query(ClaimsPrincipal Person) : IRequest<IReadOnlyList<TodoItem>>;

    public sealed class Handler(IEnumerable<ITodoSource> sources) : IRequestHandler<Query, IReadOnlyList<TodoItem>>
    {
        public async Task<IReadOnlyList<TodoItem>> Handle(Query query, CancellationToken cancellationToken)
        {
            List<TodoItem> items = [];
            foreach (var source in sources)
            {
                items.AddRange(await source.ForAsync(query.Person, cancellationToken));
            }

            return [.. items.OrderBy(i => i.Urgency)];
        }
    }

    [Authorize(Policies.Own)]
    public sealed class Page(TimeProvider clock) : SlicePage
    {
        public IReadOnlyList<TodoItem> Items { get; private set; } = [];

        public string Greeting =>
            $"Bonjour {User.Identity!.Name}, "
            + (Items.Count == 0 ? "rien à faire" : FrenchText.Count(Items.Count, "chose") + " à faire");

        public string Today => Capitalised(FrenchText.DateInFull(clock.Today));

        public async Task OnGetAsync() => Items = await SendAsync(new Query(User));

        private static string Capitalised(string text) => char.ToUpper(text[0], FrenchText.Culture) + text[1..];
    }
}
