using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>A key that the credentials of labels are signed with. The newest signs; older ones stay public for what they signed.</summary>
[NotAudited]
internal sealed class IssuerKey
{
    public const int ThumbprintLength = 43;

    public Guid Id { get; private init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Number { get; init; }

    /// <summary>Of the public half (RFC 7638): what the key is called.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>The point on P-256, in base64url.</summary>
    public required string X { get; init; }
    public required string Y { get; init; }

    /// <summary>The private half (PKCS #8), protected by Data Protection as cookies and links are.</summary>
    public required string Protected { get; init; }

    public required DateTime MadeAt { get; init; }

    internal sealed class Configuration : IEntityTypeConfiguration<IssuerKey>
    {
        public void Configure(EntityTypeBuilder<IssuerKey> builder)
        {
            builder.Property(k => k.Thumbprint).HasMaxLength(ThumbprintLength);
            builder.Property(k => k.X).HasMaxLength(ThumbprintLength);
            builder.Property(k => k.Y).HasMaxLength(ThumbprintLength);
            builder.Property(k => k.Protected).HasMaxLength(2000);
            builder.HasIndex(k => k.Number).IsUnique();
            builder.HasIndex(k => k.Thumbprint).IsUnique();
        }
    }
}
