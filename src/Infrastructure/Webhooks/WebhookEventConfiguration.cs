using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Infrastructure.Webhooks;

internal sealed class WebhookEventConfiguration : IEntityTypeConfiguration<WebhookEvent>
{
    public void Configure(EntityTypeBuilder<WebhookEvent> builder)
    {
        builder.ToTable("webhook_events");
        builder.Property(happened => happened.Id).ValueGeneratedNever();
        builder.Property(happened => happened.EventType).HasMaxLength(100);
        builder.Property(happened => happened.Status).HasMaxLength(20);
        builder.Property(happened => happened.Reason).HasMaxLength(WebhookEvent.MaximumReason);
        builder.Property(happened => happened.DeliveryKey).HasMaxLength(64);
        // What decides that a delivery is taken in once, on any node.
        builder.HasIndex(happened => happened.DeliveryKey).IsUnique();
        builder.HasIndex(happened => happened.DueAt);
        builder.HasIndex(happened => new { happened.TenantId, happened.CreatedAt });
        builder.HasOne<Service>().WithMany().HasForeignKey(happened => happened.ServiceId).OnDelete(DeleteBehavior.Cascade);
    }
}
