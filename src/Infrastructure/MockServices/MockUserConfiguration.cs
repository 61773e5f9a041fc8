using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Application.MockServices;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.MockServices;

internal sealed class MockUserConfiguration : IEntityTypeConfiguration<MockUser>
{
    public void Configure(EntityTypeBuilder<MockUser> builder)
    {
        builder.ToTable("mock_users");
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.Property<TenantId>(MockColumns.TenantId);
        builder.Property(user => user.Email).HasMaxLength(254);
        builder.Property(user => user.Name).HasMaxLength(100);
        builder.Property(user => user.Status).HasMaxLength(20);
        builder.HasIndex(MockColumns.TenantId, nameof(MockUser.Email)).IsUnique();
        builder.HasIndex(MockColumns.TenantId, nameof(MockUser.CreatedAt));
        builder.HasOne<Tenant>().WithMany().HasForeignKey(MockColumns.TenantId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The mock records don't know their tenant; their rows do.</summary>
internal static class MockColumns
{
    public const string TenantId = nameof(TenantId);
}
