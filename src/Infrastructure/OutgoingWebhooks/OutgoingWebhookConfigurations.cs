using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.OutgoingWebhooks;

internal sealed class OutgoingWebhookConfiguration : IEntityTypeConfiguration<OutgoingWebhook>
{
    public void Configure(EntityTypeBuilder<OutgoingWebhook> builder)
    {
        builder.ToTable("outgoing_webhooks");
        builder.Property(webhook => webhook.Id).ValueGeneratedNever();
        builder.Property(webhook => webhook.Url).HasMaxLength(OutgoingWebhook.MaximumUrlLength);
        builder.Property(webhook => webhook.Description).HasMaxLength(OutgoingWebhook.MaximumDescriptionLength);
        builder.Property(webhook => webhook.Events).HasConversion(
            names => JsonSerializer.Serialize(names, RowJson.Default.ImmutableSortedSetString),
            text => JsonSerializer.Deserialize(text, RowJson.Default.ImmutableSortedSetString)!.WithComparer(StringComparer.Ordinal),
            new ValueComparer<ImmutableSortedSet<string>>((one, other) => one!.SequenceEqual(other!), names => names.Count, names => names));
        builder.Property(webhook => webhook.DisabledReason).HasMaxLength(20);
        builder.Property(webhook => webhook.Version).IsConcurrencyToken();
        builder.HasIndex(webhook => webhook.OrganizationId);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(webhook => webhook.TenantId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organization>().WithMany().HasForeignKey(webhook => webhook.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OutgoingEventConfiguration : IEntityTypeConfiguration<OutgoingEvent>
{
    public void Configure(EntityTypeBuilder<OutgoingEvent> builder)
    {
        builder.ToTable("outgoing_events");
        builder.Property(happened => happened.Id).ValueGeneratedNever();
        builder.Property(happened => happened.Type).HasMaxLength(100);
        builder.HasIndex(happened => new { happened.IsWaiting, happened.OccurredAt });
        builder.HasIndex(happened => happened.OrganizationId);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(happened => happened.TenantId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OutgoingDeliveryConfiguration : IEntityTypeConfiguration<OutgoingDelivery>
{
    public void Configure(EntityTypeBuilder<OutgoingDelivery> builder)
    {
        builder.ToTable("outgoing_deliveries");
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.Property(delivery => delivery.EventType).HasMaxLength(100);
        builder.Property(delivery => delivery.State).HasMaxLength(20);
        builder.Property(delivery => delivery.Reason).HasMaxLength(DeliveryAttempt.MaximumError);
        // An event is handed out to an endpoint once, whatever happens to the node that does it.
        builder.HasIndex(delivery => new { delivery.EventId, delivery.WebhookId }).IsUnique();
        builder.HasIndex(delivery => new { delivery.DueAt, delivery.WebhookId });
        builder.HasIndex(delivery => new { delivery.WebhookId, delivery.CreatedAt });
        builder.HasIndex(delivery => delivery.EndedAt);
        builder.HasOne<OutgoingWebhook>().WithMany().HasForeignKey(delivery => delivery.WebhookId).OnDelete(DeleteBehavior.Cascade);
        // No key to the event: with that of the webhook it would be a second way down from a tenant, which SQL Server refuses.
    }
}

internal sealed class DeliveryAttemptConfiguration : IEntityTypeConfiguration<DeliveryAttempt>
{
    public void Configure(EntityTypeBuilder<DeliveryAttempt> builder)
    {
        builder.ToTable("delivery_attempts");
        builder.Property(attempt => attempt.Id).ValueGeneratedNever();
        builder.Property(attempt => attempt.Error).HasMaxLength(DeliveryAttempt.MaximumError);
        builder.Property(attempt => attempt.Body).HasMaxLength(DeliveryAttempt.MaximumBody);
        builder.HasIndex(attempt => new { attempt.DeliveryId, attempt.Number });
        builder.HasOne<OutgoingDelivery>().WithMany().HasForeignKey(attempt => attempt.DeliveryId).OnDelete(DeleteBehavior.Cascade);
    }
}
