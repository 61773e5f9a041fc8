using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Tenancy;

internal sealed class TenantConfiguration : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> builder)
    {
        builder.ToTable("tenants");
        builder.Property(tenant => tenant.Id).ValueGeneratedNever();
        builder.Property(tenant => tenant.Domain).HasMaxLength(255);
        builder.Property(tenant => tenant.BootstrapHash).HasMaxLength(64);
        builder.Property(tenant => tenant.Name).HasMaxLength(Tenant.MaximumNameLength);
        // The domain of a deleted one is free again.
        builder.HasIndex(tenant => tenant.Domain).IsUnique().HasFilter("deleted_at IS NULL");
    }
}
