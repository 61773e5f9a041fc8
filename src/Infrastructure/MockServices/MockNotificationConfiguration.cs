using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Application.MockServices;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.MockServices;

internal sealed class MockNotificationConfiguration : IEntityTypeConfiguration<MockNotification>
{
    public void Configure(EntityTypeBuilder<MockNotification> builder)
    {
        builder.ToTable("mock_notifications");
        builder.Property(notification => notification.Id).ValueGeneratedNever();
        builder.Property<TenantId>(MockColumns.TenantId);
        builder.Property(notification => notification.Type).HasMaxLength(20);
        builder.Property(notification => notification.Subject).HasMaxLength(200);
        builder.Property(notification => notification.Status).HasMaxLength(20);
        builder.HasIndex(MockColumns.TenantId, nameof(MockNotification.CreatedAt));
        builder.HasOne<Tenant>().WithMany().HasForeignKey(MockColumns.TenantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MockUser>().WithMany().HasForeignKey(notification => notification.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
