using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.ConnectLinks;

internal sealed class ConnectLinkConfiguration : IEntityTypeConfiguration<ConnectLink>
{
    public void Configure(EntityTypeBuilder<ConnectLink> builder)
    {
        builder.ToTable("connect_links");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.Owner).HasMaxLength(ToolSessionRow.MaximumOwnerLength);
        builder.Property(link => link.TokenHash).HasMaxLength(64);
        builder.Property(link => link.Tools).HasConversion(new TextListConverter(), new TextListComparer());
        builder.Property(link => link.Account).HasMaxLength(100);
        builder.Property(link => link.Scopes).HasConversion(new TextListConverter(), new TextListComparer());
        builder.Property(link => link.ReturnUrl).HasMaxLength(2000);
        builder.Property(link => link.ReturnState).HasMaxLength(500);
        builder.Property(link => link.Language).HasMaxLength(20);
        builder.Property(link => link.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(link => link.BrowserHash).HasMaxLength(64);
        builder.Property(link => link.Tool).HasMaxLength(100);
        builder.Property(link => link.FailureCode).HasMaxLength(100);
        builder.Property(link => link.FailureMessage).HasMaxLength(500);
        builder.Property(link => link.CodeHash).HasMaxLength(64);
        builder.Property(link => link.Held).HasConversion(new HeldConverter());
        builder.Property(link => link.Version).IsConcurrencyToken();
        builder.Ignore(link => link.NeedsCompletion);
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => new { link.OrganizationId, link.CreatedAt });
        builder.HasIndex(link => link.ExpiresAt);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(link => link.TenantId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organization>().WithMany().HasForeignKey(link => link.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}
