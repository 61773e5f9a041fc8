using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Organizations;

/// <summary>The index that allows one default organization a tenant is made by the context: its filter differs by provider.</summary>
internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable("organizations");
        builder.Property(organization => organization.Id).ValueGeneratedNever();
        builder.Property(organization => organization.Slug).HasMaxLength(50);
        builder.Property(organization => organization.Name).HasMaxLength(255);
        builder.Property(organization => organization.Description).HasMaxLength(2000);
        builder.Property(organization => organization.Domain).HasMaxLength(253);
        builder.Property(organization => organization.Version).IsConcurrencyToken();
        // Names of deleted ones are free again.
        builder.HasIndex(organization => new { organization.TenantId, organization.Slug }).IsUnique().HasFilter("deleted_at IS NULL");
        builder.HasIndex(organization => new { organization.TenantId, organization.Domain }).IsUnique().HasFilter("domain IS NOT NULL AND deleted_at IS NULL");
        builder.HasIndex(organization => new { organization.TenantId, organization.CreatedAt });
        builder.HasQueryFilter("deleted", organization => organization.DeletedAt == null);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(organization => organization.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
