using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Configuration;

internal sealed class ConfigProfileConfiguration : IEntityTypeConfiguration<ConfigProfile>
{
    public void Configure(EntityTypeBuilder<ConfigProfile> builder)
    {
        builder.ToTable("config_profiles");
        builder.Property(profile => profile.Id).ValueGeneratedNever();
        builder.Property(profile => profile.Name).HasMaxLength(ConfigProfile.MaximumNameLength);
        builder.Property(profile => profile.NameKey).HasMaxLength(ConfigProfile.MaximumNameLength);
        builder.Property(profile => profile.Description).HasMaxLength(ConfigProfile.MaximumDescriptionLength);
        builder.Property(profile => profile.Version).IsConcurrencyToken();
        builder.HasIndex(profile => new { profile.TenantId, profile.NameKey }).IsUnique();
        builder.HasOne<Tenant>().WithMany().HasForeignKey(profile => profile.TenantId).OnDelete(DeleteBehavior.Cascade);
    }
}
