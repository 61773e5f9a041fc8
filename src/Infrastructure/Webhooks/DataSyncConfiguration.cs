using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Infrastructure.Webhooks;

internal sealed class DataSyncConfiguration : IEntityTypeConfiguration<DataSync>
{
    public void Configure(EntityTypeBuilder<DataSync> builder)
    {
        builder.ToTable("data_syncs");
        builder.Property(sync => sync.Id).ValueGeneratedNever();
        builder.Property(sync => sync.SyncType).HasMaxLength(20);
        builder.Property(sync => sync.Status).HasMaxLength(20);
        builder.Property(sync => sync.Reason).HasMaxLength(500);
        builder.Property(sync => sync.Version).IsConcurrencyToken();
        builder.HasIndex(sync => new { sync.ServiceId, sync.SyncType }).IsUnique();
        builder.HasIndex(sync => sync.DueAt);
        builder.HasOne<Service>().WithMany().HasForeignKey(sync => sync.ServiceId).OnDelete(DeleteBehavior.Cascade);
    }
}
