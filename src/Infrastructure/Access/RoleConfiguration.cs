using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;

namespace ModuleX.Infrastructure.Access;

internal sealed class RoleConfiguration : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("roles");
        builder.Property(role => role.Id).ValueGeneratedNever();
        builder.Property(role => role.Name).HasMaxLength(100);
        builder.Property(role => role.NameKey).HasMaxLength(100);
        builder.Property(role => role.Description).HasMaxLength(500);
        builder.Property(role => role.Version).IsConcurrencyToken();
        builder.HasIndex(role => new { role.OrganizationId, role.NameKey }).IsUnique();
        builder.HasIndex(role => new { role.TenantId, role.CreatedAt });
        builder.HasIndex(role => new { role.TenantId, role.OrganizationId, role.CreatedAt });
        builder.HasOne<Organization>().WithMany().HasForeignKey(role => role.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
