using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Organizations;

namespace ModuleX.Infrastructure.Locations;

internal sealed class LocationConfiguration : IEntityTypeConfiguration<Location>
{
    public void Configure(EntityTypeBuilder<Location> builder)
    {
        builder.ToTable("locations");
        builder.Property(location => location.Id).ValueGeneratedNever();
        builder.Property(location => location.Code).HasMaxLength(50);
        builder.Property(location => location.Name).HasMaxLength(255);
        builder.Property(location => location.Description).HasMaxLength(2000);
        builder.Property(location => location.Address).HasMaxLength(500);
        builder.Property(location => location.City).HasMaxLength(100);
        builder.Property(location => location.State).HasMaxLength(100);
        builder.Property(location => location.Country).HasMaxLength(100);
        builder.Property(location => location.PostalCode).HasMaxLength(20);
        builder.Property(location => location.Version).IsConcurrencyToken();
        builder.HasIndex(location => new { location.OrganizationId, location.Code }).IsUnique();
        builder.HasIndex(location => new { location.TenantId, location.CreatedAt });
        builder.HasIndex(location => new { location.TenantId, location.OrganizationId, location.CreatedAt });
        builder.HasOne<Organization>().WithMany().HasForeignKey(location => location.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
