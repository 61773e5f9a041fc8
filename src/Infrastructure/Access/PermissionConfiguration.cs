using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Access;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Access;

internal sealed class PermissionConfiguration : IEntityTypeConfiguration<Permission>
{
    public void Configure(EntityTypeBuilder<Permission> builder)
    {
        builder.ToTable("permissions");
        builder.Property(permission => permission.Id).ValueGeneratedNever();
        builder.Property(permission => permission.Name).HasMaxLength(100);
        builder.Property(permission => permission.Description).HasMaxLength(500);
        builder.Property(permission => permission.Resource).HasMaxLength(100);
        builder.Property(permission => permission.Action).HasMaxLength(50);
        builder.Property(permission => permission.Version).IsConcurrencyToken();
        builder.HasIndex(permission => new { permission.TenantId, permission.Name }).IsUnique();
        builder.HasIndex(permission => new { permission.TenantId, permission.Resource, permission.Action }).IsUnique();
        builder.HasOne<Tenant>().WithMany().HasForeignKey(permission => permission.TenantId).OnDelete(DeleteBehavior.Cascade);
    }
}
