using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Identity;

internal sealed class LoginGuardConfiguration : IEntityTypeConfiguration<LoginGuard>
{
    public void Configure(EntityTypeBuilder<LoginGuard> builder)
    {
        builder.ToTable("login_guards");
        builder.HasKey(guard => new { guard.TenantId, guard.NameHash });
        builder.Property(guard => guard.NameHash).HasMaxLength(64);
        builder.Property(guard => guard.Version).IsConcurrencyToken();
        builder.HasIndex(guard => guard.LastFailureAt);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(guard => guard.TenantId).OnDelete(DeleteBehavior.Cascade);
    }
}
