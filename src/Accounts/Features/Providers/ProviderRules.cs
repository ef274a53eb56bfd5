using CaseNumerique.Accounts.Access;
using CaseNumerique.Accounts.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseNumerique.Accounts.Features.Providers;

/// <summary>What the slices of this folder ask alike.</summary>
internal static class ProviderRules
{
    public const string Taken =
        "Ce compte du fournisseur est déjà attaché à un compte d’ici. Prenez-en un autre, ou détachez-le d’abord là où il est.";

    public static IRuleBuilderOptions<T, ProviderSubject> MustFit<T>(this IRuleBuilder<T, ProviderSubject> rule) =>
        rule.Must(s => s.Issuer.Length <= AccountsDbContext.LoginProviderMaxLength)
            .WithMessage("Le fournisseur se présente sous une adresse trop longue pour être gardée.");

    public static IRuleBuilderOptions<T, ProviderSubject> MustBeFree<T>(
        this IRuleBuilder<T, ProviderSubject> rule,
        AccountsDbContext db
    ) =>
        rule.MustAsync(async (subject, cancellationToken) => !await db.Logins.Of(subject).AnyAsync(cancellationToken))
            .WithMessage(Taken);
}
