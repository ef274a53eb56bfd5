using CaseNumerique.Labelling.Data;
using CaseNumerique.Labelling.Features.CriteriaSets;
using CaseNumerique.SharedKernel;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CaseNumerique.Labelling.Features.Charters;

/// <summary>Changes the words of a draft of the charter.</summary>
[AuditedAs("Brouillon de la charte modifié")]
internal static class EditCharter
{
    public sealed record Command : CharterForm, IRequest<int>
    {
        public int Number { get; init; }

        /// <summary>The version of the draft that the person was looking at.</summary>
        public int Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(LabellingDbContext db)
        {
            RuleFor(c => c.Number).MustBeACharterDraft(db);
            Include(new CharterForm.Rules());
        }
    }

    public sealed class Handler(LabellingDbContext db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var draft = await db.TakeCharterDraftAsync(command.Number, command.Version, cancellationToken);
            command.WriteTo(draft);
            draft.Touch();
            await db.SaveCharterDraftAsync(cancellationToken);
            return draft.Number;
        }
    }

    [Authorize(Policies.Decide)]
    public sealed class Page : CharterPage
    {
        private int? _readSince;

        [BindProperty]
        public Command Form { get; set; } = new();

        /// <summary>What stands saved and differs from what was typed, when somebody else was quicker.</summary>
        public IReadOnlyList<Difference> Differences { get; private set; } = [];

        /// <summary>To be posted with the form: what the person has read.</summary>
        public int ReadVersion => _readSince ?? Form.Version;

        public async Task<IActionResult> OnGetAsync(int numero)
        {
            if (!await FindDraftAsync(numero))
            {
                return NotFound();
            }

            Form = new Command
            {
                Text = Charter.Text,
                Notice = Charter.Notice,
                Version = Charter.Version,
            };
            return Page();
        }

        public async Task<IActionResult> OnPostAsync(int numero)
        {
            if (!await FindAsync(numero))
            {
                return NotFound();
            }

            Form = Form with { Number = numero };
            return await SendThenRedirectAsync(
                Form,
                _ => CharterUrl,
                "Le brouillon est enregistré. Voici ce que lira l’espace.",
                CompareAsync
            );
        }

        private async Task CompareAsync()
        {
            if (!IsLost || !await FindDraftAsync(Form.Number))
            {
                return;
            }

            Differences = Difference.Between(
                Facts(CharterForm.FactsOf(Charter.Text, Charter.Notice)),
                Facts(Form.Facts)
            );
            // Whoever sends the form again has read what they replace.
            _readSince = Charter.Version;
        }

        private static IEnumerable<Fact> Facts(IEnumerable<(string Name, string Words)> facts) =>
            facts.Select(f => Fact.Of(f.Name, f.Words));
    }
}
