using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Modules;

namespace ModuleX.Infrastructure.Modules;

internal sealed class ModuleInstallConfiguration : IEntityTypeConfiguration<ModuleInstallRow>
{
    public void Configure(EntityTypeBuilder<ModuleInstallRow> builder)
    {
        builder.ToTable("module_installs");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Module).HasMaxLength(Module.MaximumNameLength);
        builder.HasIndex(row => row.Module);
    }
}
