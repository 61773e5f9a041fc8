using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.ToolSessions;

internal sealed class RevocationConfiguration : IEntityTypeConfiguration<RevocationRow>
{
    public void Configure(EntityTypeBuilder<RevocationRow> builder)
    {
        builder.ToTable("revocations");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Owner).HasMaxLength(ToolSessionRow.MaximumOwnerLength);
        builder.Property(row => row.Tool).HasMaxLength(100);
        builder.Property(row => row.Account).HasMaxLength(100);
        builder.Property(row => row.Scheme).HasMaxLength(100);
        builder.HasIndex(row => row.DueAt);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(row => row.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
