using Microsoft.EntityFrameworkCore;
using ModuleX.Application.MockServices;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Persistence.Configurations;
using ModuleX.Infrastructure.Persistence.Rows;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>The one model. A derived context per provider holds what differs, and that provider's migrations.</summary>
internal abstract class ModuleXDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<ToolSessionRow> ToolSessions => Set<ToolSessionRow>();

    public DbSet<DataKeyRow> DataKeys => Set<DataKeyRow>();

    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();

    public DbSet<MasterKeyRow> MasterKeys => Set<MasterKeyRow>();

    public DbSet<MockUser> MockUsers => Set<MockUser>();

    public DbSet<MockSubscription> MockSubscriptions => Set<MockSubscription>();

    public DbSet<MockNotification> MockNotifications => Set<MockNotification>();

    /// <summary>How the provider writes that a boolean column is true, in the filter of an index.</summary>
    protected abstract string IsTrue(string column);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<TenantId>().HaveConversion<TenantIdConverter>();
        configurationBuilder.Properties<OrganizationId>().HaveConversion<OrganizationIdConverter>();
        configurationBuilder.Properties<ApiKeyId>().HaveConversion<ApiKeyIdConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ModuleXDbContext).Assembly);
        modelBuilder.Entity<Organization>()
            .HasIndex(organization => organization.TenantId, "ux_organizations_default")
            .IsUnique()
            .HasFilter(IsTrue("is_default"));
        modelBuilder.UseSnakeCaseNames();
    }
}
