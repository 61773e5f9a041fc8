using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Infrastructure.Webhooks;

internal sealed class SyncedRecordConfiguration : IEntityTypeConfiguration<SyncedRecord>
{
    public void Configure(EntityTypeBuilder<SyncedRecord> builder)
    {
        builder.ToTable("synced_records");
        builder.HasKey(record => new { record.ServiceId, record.Type, record.ExternalId });
        builder.Property(record => record.Type).HasMaxLength(20);
        builder.Property(record => record.ExternalId).HasMaxLength(SyncedRecord.MaximumId);
        builder.Property(record => record.Revision).IsConcurrencyToken();
        builder.HasOne<Service>().WithMany().HasForeignKey(record => record.ServiceId).OnDelete(DeleteBehavior.Cascade);
    }
}
