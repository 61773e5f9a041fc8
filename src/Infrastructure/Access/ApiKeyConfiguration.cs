using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Access;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Name).HasMaxLength(100);
        builder.Property(key => key.Prefix).HasMaxLength(16);
        builder.Property(key => key.Hash).HasMaxLength(64);
        builder.Property(key => key.Scopes).HasConversion(new TextListConverter(), new TextListComparer()).HasMaxLength(1000);
        builder.HasIndex(key => key.Hash).IsUnique();
        builder.HasIndex(key => new { key.OrganizationId, key.CreatedAt });
        // What every server asks for twice a second; only ended keys are in it.
        builder.HasIndex(key => key.RevokedAt).HasFilter("revoked_at IS NOT NULL");
        builder.HasOne<Tenant>().WithMany().HasForeignKey(key => key.TenantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(key => key.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
