using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ModuleX.Infrastructure.Access;

internal sealed class AccessChangeConfiguration : IEntityTypeConfiguration<AccessChangeRow>
{
    public void Configure(EntityTypeBuilder<AccessChangeRow> builder)
    {
        builder.ToTable("access_changes");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.At);
    }
}
