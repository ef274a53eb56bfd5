using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>One thing that is missing, about a criterion or not, with what the EPN says of it.</summary>
[AuditedAs("Élément manquant")]
internal sealed class MissingItem
{
    public const int WhatMaxLength = 500;
    public const int ReplyMaxLength = 2000;

    public Guid Id { get; private init; }
    public Guid RequestId { get; private init; }

    [AuditedAs("Rang")]
    public required int Position { get; init; }

    [AuditedAs("Critère")]
    public Guid? CriterionId { get; init; }

    [AuditedAs("Ce qui manque")]
    public required string What { get; init; }

    [AuditedAs("Réponse de l’espace")]
    public string? Reply { get; set; }

    public bool IsAnswered => !string.IsNullOrWhiteSpace(Reply);

    internal sealed class Configuration : IEntityTypeConfiguration<MissingItem>
    {
        public void Configure(EntityTypeBuilder<MissingItem> builder)
        {
            builder.Property(i => i.What).HasMaxLength(WhatMaxLength);
            // Two who reply in the same moment do not overwrite each other.
            builder.Property(i => i.Reply).HasMaxLength(ReplyMaxLength).IsConcurrencyToken();
            builder.HasOne<Criterion>().WithMany().HasForeignKey(i => i.CriterionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
