using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Webhooks;

internal sealed class ServiceConfiguration : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> builder)
    {
        builder.ToTable("services");
        builder.Property(service => service.Id).ValueGeneratedNever();
        builder.Property(service => service.Name).HasMaxLength(100);
        builder.Property(service => service.NameKey).HasMaxLength(100);
        builder.Property(service => service.BaseUrl).HasMaxLength(500);
        builder.Property(service => service.Signature).HasMaxLength(2000).HasConversion(
            signature => JsonSerializer.Serialize(signature, RowJson.Default.ServiceSignature),
            text => JsonSerializer.Deserialize(text, RowJson.Default.ServiceSignature));
        builder.Property(service => service.Version).IsConcurrencyToken();
        builder.HasIndex(service => new { service.TenantId, service.NameKey }).IsUnique().HasDatabaseName("ux_services_service_name");
        builder.HasIndex(service => service.CheckDueAt);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(service => service.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}
