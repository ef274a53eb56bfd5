using CaseNumerique.Network.Data;
using CaseNumerique.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Network.Features.Epns;

/// <summary>What <see cref="EditEpn"/> refuses; apart from the slice for its length only.</summary>
internal sealed class EditEpnValidator : AbstractValidator<EditEpn.Command>
{
    public const string NameTaken =
        "Un espace de ce nom existe déjà dans cette commune\u00A0: ajoutez ce qui le distingue";

    public EditEpnValidator(NetworkDbContext db)
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(c => c.Slug)
            .MustAsync((slug, ct) => db.Epns.Open().AnyAsync(e => e.Slug == slug, ct))
            .WithMessage("Cet espace n’est pas, ou plus, ouvert");
        RuleFor(c => c.Name)
            .MustBeEpnName()
            .MustAsync(
                async (c, name, ct) =>
                {
                    var folded = FrenchText.Fold(name);
                    return !await db
                        .Epns.Open()
                        .AnyAsync(
                            other =>
                                other.Slug != c.Slug
                                && other.FoldedName == folded
                                && db.Epns.Any(e => e.Slug == c.Slug && e.InseeCode == other.InseeCode),
                            ct
                        );
                }
            )
            .WithMessage(NameTaken)
            .When(c => c.Name is not null);
        Include(new EpnFactsValidator());
    }
}
