using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_logs");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Action).HasMaxLength(50);
        builder.Property(entry => entry.Resource).HasMaxLength(50);
        builder.Property(entry => entry.ResourceId).HasMaxLength(100);
        builder.Property(entry => entry.IpAddress).HasMaxLength(64);
        builder.Property(entry => entry.UserAgent).HasMaxLength(512);
        builder.Property(entry => entry.Status).HasMaxLength(20);
        builder.HasIndex(entry => new { entry.TenantId, entry.CreatedAt });
        builder.HasIndex(entry => new { entry.TenantId, entry.OrganizationId, entry.CreatedAt });
        builder.HasIndex(entry => new { entry.TenantId, entry.OrganizationId, entry.Action, entry.CreatedAt });
        builder.HasIndex(entry => new { entry.TenantId, entry.UserId, entry.CreatedAt });
        // No keys to users and organizations: a record outlives what it tells of.
        builder.HasOne<Tenant>().WithMany().HasForeignKey(entry => entry.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
