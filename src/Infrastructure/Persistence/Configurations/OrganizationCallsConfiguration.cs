using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence.Rows;

namespace ModuleX.Infrastructure.Persistence.Configurations;

internal sealed class OrganizationCallsConfiguration : IEntityTypeConfiguration<OrganizationCallsRow>
{
    public void Configure(EntityTypeBuilder<OrganizationCallsRow> builder)
    {
        builder.ToTable("organization_calls");
        builder.HasKey(row => new { row.OrganizationId, row.Day });
        builder.HasOne<Organization>().WithMany().HasForeignKey(row => row.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}
