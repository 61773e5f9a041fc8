using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Security;

internal sealed class DataKeyConfiguration : IEntityTypeConfiguration<DataKeyRow>
{
    public void Configure(EntityTypeBuilder<DataKeyRow> builder)
    {
        builder.ToTable("data_keys");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.TenantId);
        // Two nodes that both make a tenant's first key: the second one finds the first one's.
        builder.HasIndex(row => row.TenantId, "ux_data_keys_current").IsUnique().HasFilter("retired_at IS NULL");
        builder.HasOne<Tenant>().WithMany().HasForeignKey(row => row.TenantId).OnDelete(DeleteBehavior.Cascade);
    }
}
