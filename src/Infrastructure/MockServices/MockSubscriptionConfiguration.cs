using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Application.MockServices;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.MockServices;

internal sealed class MockSubscriptionConfiguration : IEntityTypeConfiguration<MockSubscription>
{
    public void Configure(EntityTypeBuilder<MockSubscription> builder)
    {
        builder.ToTable("mock_subscriptions");
        builder.Property(subscription => subscription.Id).ValueGeneratedNever();
        builder.Property<TenantId>(MockColumns.TenantId);
        builder.Property(subscription => subscription.Plan).HasMaxLength(20);
        builder.Property(subscription => subscription.Status).HasMaxLength(20);
        builder.Property(subscription => subscription.Amount).HasPrecision(10, 2);
        builder.HasIndex(MockColumns.TenantId, nameof(MockSubscription.CreatedAt));
        builder.HasOne<Tenant>().WithMany().HasForeignKey(MockColumns.TenantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MockUser>().WithMany().HasForeignKey(subscription => subscription.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
