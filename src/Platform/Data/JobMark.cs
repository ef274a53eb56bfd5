using CaseNumerique.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseNumerique.Platform.Data;

/// <summary>When a recurring job last ran, kept here since Hangfire's memory ends with the process.</summary>
[NotAudited]
internal sealed class JobMark
{
    public required string JobId { get; init; }
    public DateTime? SucceededAt { get; set; }
    public DateTime? FailedAt { get; set; }
    public string? LastError { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<JobMark>
    {
        public void Configure(EntityTypeBuilder<JobMark> builder)
        {
            builder.HasKey(m => m.JobId);
            builder.Property(m => m.JobId).HasMaxLength(60);
        }
    }
}
