using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Modules;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Modules;

internal sealed class ModuleConfiguration : IEntityTypeConfiguration<Module>
{
    public void Configure(EntityTypeBuilder<Module> builder)
    {
        builder.ToTable("modules");
        builder.HasKey(module => module.Name);
        builder.Property(module => module.Name).HasMaxLength(Module.MaximumNameLength);
        builder.Property(module => module.SettingNames).HasConversion(
            names => JsonSerializer.Serialize(names, RowJson.Default.ImmutableSortedSetString),
            text => JsonSerializer.Deserialize(text, RowJson.Default.ImmutableSortedSetString)!.WithComparer(StringComparer.Ordinal),
            new ValueComparer<ImmutableSortedSet<string>>((one, other) => one!.SequenceEqual(other!), names => names.Count, names => names));
        builder.Property(module => module.Version).IsConcurrencyToken();
    }
}
