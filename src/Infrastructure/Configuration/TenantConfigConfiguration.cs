using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Configuration;

internal sealed class TenantConfigConfiguration : IEntityTypeConfiguration<TenantConfig>
{
    public void Configure(EntityTypeBuilder<TenantConfig> builder)
    {
        builder.ToTable("configurations");
        builder.HasKey(configuration => configuration.TenantId);
        builder.Ignore(configuration => configuration.IdleLimit);
        builder.Property(configuration => configuration.SiteName).HasMaxLength(SystemConfig.MaximumSiteNameLength);
        builder.Property(configuration => configuration.Timezone).HasMaxLength(64);
        builder.Property(configuration => configuration.Locale).HasMaxLength(35);
        builder.Property(configuration => configuration.Version).IsConcurrencyToken();
        builder.HasOne<Tenant>().WithMany().HasForeignKey(configuration => configuration.TenantId).OnDelete(DeleteBehavior.Cascade);
    }
}
