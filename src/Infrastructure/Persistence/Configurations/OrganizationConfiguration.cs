using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Persistence.Configurations;

/// <summary>The index that allows one default organization a tenant is made by the context: its filter differs by provider.</summary>
internal sealed class OrganizationConfiguration : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable("organizations");
        builder.Property(organization => organization.Id).ValueGeneratedNever();
        builder.Property(organization => organization.Slug).HasMaxLength(50);
        builder.Property(organization => organization.Name).HasMaxLength(255);
        builder.HasIndex(organization => new { organization.TenantId, organization.Slug }).IsUnique();
        builder.HasOne<Tenant>().WithMany().HasForeignKey(organization => organization.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
