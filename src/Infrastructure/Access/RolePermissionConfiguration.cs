using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Access;

namespace ModuleX.Infrastructure.Access;

internal sealed class RolePermissionConfiguration : IEntityTypeConfiguration<RolePermission>
{
    public void Configure(EntityTypeBuilder<RolePermission> builder)
    {
        builder.ToTable("role_permissions");
        builder.HasKey(link => new { link.RoleId, link.PermissionId });
        builder.HasIndex(link => link.PermissionId);
        builder.HasOne<Role>().WithMany().HasForeignKey(link => link.RoleId).OnDelete(DeleteBehavior.Cascade);
        // Two ways that cascade to one table are refused by SQL Server; a permission's links are removed with it.
        builder.HasOne<Permission>().WithMany().HasForeignKey(link => link.PermissionId).OnDelete(DeleteBehavior.Restrict);
    }
}
