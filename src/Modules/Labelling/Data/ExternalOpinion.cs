using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Labelling.Data;

/// <summary>What somebody outside, like a province, is asked about a file, and says. They have no account: a personal link lets them in.</summary>
[AuditedAs("Avis extérieur")]
internal sealed class ExternalOpinion
{
    public const int NameMaxLength = 120;
    public const int EmailMaxLength = 254;
    public const int QuestionMaxLength = 1000;
    public const int AnswerMaxLength = 4000;

    public Guid Id { get; private init; }

    [AuditedAs("Dossier")]
    public required Guid ApplicationId { get; init; }

    [AuditedAs("Personne")]
    public required string Name { get; set; }

    [AuditedAs("Adresse")]
    public required string Email { get; set; }

    [AuditedAs("Question")]
    public required string Question { get; init; }

    [AuditedAs("Réponse attendue le")]
    public required DateOnly DueOn { get; init; }

    [AuditedAs("Demandé le")]
    public required DateTime AskedAt { get; init; }

    [AuditedAs("Demandé par")]
    public required string AskedBy { get; set; }
    public Guid? AskedById { get; init; }

    [AuditedAs("Réponse")]
    public string? Answer { get; private set; }

    [AuditedAs("Répondu le")]
    public DateTime? AnsweredAt { get; private set; }

    public void NoteAnswer(string answer, DateTime now)
    {
        Answer = answer;
        AnsweredAt = now;
    }

    internal sealed class Configuration : IEntityTypeConfiguration<ExternalOpinion>
    {
        public void Configure(EntityTypeBuilder<ExternalOpinion> builder)
        {
            builder.Property(o => o.Name).HasMaxLength(NameMaxLength);
            builder.Property(o => o.Email).HasMaxLength(EmailMaxLength);
            builder.Property(o => o.Question).HasMaxLength(QuestionMaxLength);
            builder.Property(o => o.Answer).HasMaxLength(AnswerMaxLength);
            // Two who follow one link: the second finds it answered.
            builder.Property(o => o.AnsweredAt).IsConcurrencyToken();
            builder.HasOne<LabelApplication>().WithMany().HasForeignKey(o => o.ApplicationId);
        }
    }
}
