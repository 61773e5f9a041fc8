using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Organizations;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Integrations;

internal sealed class IntegrationConfiguration : IEntityTypeConfiguration<Integration>
{
    public void Configure(EntityTypeBuilder<Integration> builder)
    {
        builder.ToTable("integrations");
        builder.HasKey(integration => new { integration.OrganizationId, integration.Tool });
        builder.Property(integration => integration.Tool).HasMaxLength(100);
        builder.Ignore(integration => integration.Id);
        builder.Property(integration => integration.VariableNames).HasConversion(
            names => JsonSerializer.Serialize(names, RowJson.Default.ImmutableSortedSetString),
            text => JsonSerializer.Deserialize(text, RowJson.Default.ImmutableSortedSetString)!.WithComparer(StringComparer.Ordinal),
            new ValueComparer<ImmutableSortedSet<string>>((one, other) => one!.SequenceEqual(other!), names => names.Count, names => names));
        builder.Property(integration => integration.Version).IsConcurrencyToken();
        builder.HasIndex(integration => new { integration.TenantId, integration.Tool });
        builder.HasOne<Organization>().WithMany().HasForeignKey(integration => integration.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
