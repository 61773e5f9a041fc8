using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Identity;

namespace ModuleX.Infrastructure.Identity;

internal sealed class LoginSessionConfiguration : IEntityTypeConfiguration<LoginSession>
{
    public void Configure(EntityTypeBuilder<LoginSession> builder)
    {
        builder.ToTable("login_sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.IpAddress).HasMaxLength(LoginSession.MaximumAddressLength);
        builder.Property(session => session.UserAgent).HasMaxLength(LoginSession.MaximumAgentLength);
        builder.Property(session => session.EndReason).HasMaxLength(30);
        // As ticks: SQL Server's type for times ends at 24 hours.
        builder.Property(session => session.AccessLifetime).HasConversion<long>();
        builder.Property(session => session.RefreshLifetime).HasConversion<long>();
        builder.HasIndex(session => new { session.UserId, session.CreatedAt });
        builder.HasIndex(session => session.ExpiresAt);
        builder.HasIndex(session => new { session.TenantId, session.OrganizationId, session.CreatedAt });
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
