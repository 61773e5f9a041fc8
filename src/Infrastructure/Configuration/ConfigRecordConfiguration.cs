using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Configuration;

internal sealed class ConfigRecordConfiguration : IEntityTypeConfiguration<ConfigRecord>
{
    public void Configure(EntityTypeBuilder<ConfigRecord> builder)
    {
        builder.ToTable("config_records");
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.ProfileName).HasMaxLength(ConfigProfile.MaximumNameLength);
        builder.HasIndex(record => new { record.TenantId, record.ChangedAt });
        // Whose changes they were outlasts the account, as in the audit log: no reference to users.
        builder.HasOne<Tenant>().WithMany().HasForeignKey(record => record.TenantId).OnDelete(DeleteBehavior.Cascade);
    }
}
