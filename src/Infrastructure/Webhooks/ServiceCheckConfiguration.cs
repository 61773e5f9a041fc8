using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Infrastructure.Webhooks;

internal sealed class ServiceCheckConfiguration : IEntityTypeConfiguration<ServiceCheck>
{
    public void Configure(EntityTypeBuilder<ServiceCheck> builder)
    {
        builder.ToTable("service_checks");
        builder.Property(check => check.Id).ValueGeneratedNever();
        builder.Property(check => check.Status).HasMaxLength(20);
        builder.Property(check => check.Reason).HasMaxLength(500);
        builder.HasIndex(check => new { check.ServiceId, check.CheckedAt });
        builder.HasIndex(check => check.CheckedAt);
        builder.HasOne<Service>().WithMany().HasForeignKey(check => check.ServiceId).OnDelete(DeleteBehavior.Cascade);
    }
}
