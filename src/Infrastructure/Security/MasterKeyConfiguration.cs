using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ModuleX.Infrastructure.Security;

internal sealed class MasterKeyConfiguration : IEntityTypeConfiguration<MasterKeyRow>
{
    public void Configure(EntityTypeBuilder<MasterKeyRow> builder)
    {
        builder.ToTable("master_keys");
        // One row, of the process that comes first: the key that the ring is encrypted with.
        builder.HasKey(row => row.Slot);
        builder.Property(row => row.Slot).ValueGeneratedNever();
        builder.Property(row => row.Id).HasMaxLength(16).IsRequired().IsConcurrencyToken();
        builder.Property(row => row.CheckValue).HasMaxLength(32);
    }
}
