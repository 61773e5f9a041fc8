using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Infrastructure.ToolSessions;

internal sealed class ToolSessionConfiguration : IEntityTypeConfiguration<ToolSessionRow>
{
    public void Configure(EntityTypeBuilder<ToolSessionRow> builder)
    {
        builder.ToTable("tool_sessions");
        // The order of the key is what makes it serve the list of an owner's sessions too. Its longest value stays under the 900 bytes
        // that SQL Server allows a clustered key: 16 + 2 * (169 + 100 + 100).
        builder.HasKey(row => new { row.TenantId, row.Owner, row.Tool, row.Account });
        builder.Property(row => row.Owner).HasMaxLength(ToolSessionRow.MaximumOwnerLength);
        builder.Property(row => row.Tool).HasMaxLength(100);
        builder.Property(row => row.Account).HasMaxLength(100);
        builder.Property(row => row.Name).HasMaxLength(ConnectionChange.MaximumNameLength);
        builder.Property(row => row.Label).HasMaxLength(ConnectionChange.MaximumLabelLength);
        builder.Property(row => row.FaultCode).HasMaxLength(100);
        builder.Property(row => row.FaultMessage).HasMaxLength(1000);
        // Not unique, though the ids are: while a cluster is updated, nodes of the version before must be able to write as they did.
        builder.HasIndex(row => row.ConnectionId);
        // Lists of an organization's connections, newest first.
        builder.HasIndex(row => new { row.TenantId, row.CreatedAt });
        // What every node looks for all the time: connections to be tried, and tokens that end soon.
        builder.HasIndex(row => row.CheckDueAt);
        builder.HasIndex(row => row.CredentialExpiresAt);
        builder.Property(row => row.CredentialScheme).HasMaxLength(100);
        builder.Property(row => row.RefreshHolder).HasMaxLength(100);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasOne<Tenant>().WithMany().HasForeignKey(row => row.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
