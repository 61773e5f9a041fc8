using Microsoft.EntityFrameworkCore;
using ModuleX.Application.MockServices;
using ModuleX.Domain.Access;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.Locations;
using ModuleX.Domain.Modules;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.OutgoingWebhooks;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.Access;
using ModuleX.Infrastructure.Idempotency;
using ModuleX.Infrastructure.Modules;
using ModuleX.Infrastructure.Records;
using ModuleX.Infrastructure.Security;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>The one model. A derived context per provider holds what differs, and that provider's migrations.</summary>
internal abstract class ModuleXDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whose rows are seen; none where it is not set.</summary>
    public TenantId Tenant { get; set; }

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<User> Users => Set<User>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<LoginSession> LoginSessions => Set<LoginSession>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<LoginGuard> LoginGuards => Set<LoginGuard>();

    public DbSet<Permission> Permissions => Set<Permission>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<RolePermission> RolePermissions => Set<RolePermission>();

    public DbSet<UserRole> UserRoles => Set<UserRole>();

    public DbSet<Location> Locations => Set<Location>();

    public DbSet<UserLocation> UserLocations => Set<UserLocation>();

    public DbSet<ConnectLink> ConnectLinks => Set<ConnectLink>();

    public DbSet<Integration> Integrations => Set<Integration>();

    public DbSet<Service> Services => Set<Service>();

    public DbSet<ServiceCheck> ServiceChecks => Set<ServiceCheck>();

    public DbSet<WebhookEvent> WebhookEvents => Set<WebhookEvent>();

    public DbSet<SyncedRecord> SyncedRecords => Set<SyncedRecord>();

    public DbSet<DataSync> DataSyncs => Set<DataSync>();

    public DbSet<OutgoingWebhook> OutgoingWebhooks => Set<OutgoingWebhook>();

    public DbSet<OutgoingEvent> OutgoingEvents => Set<OutgoingEvent>();

    public DbSet<OutgoingDelivery> OutgoingDeliveries => Set<OutgoingDelivery>();

    public DbSet<DeliveryAttempt> DeliveryAttempts => Set<DeliveryAttempt>();

    public DbSet<Module> Modules => Set<Module>();

    public DbSet<ModuleInstallRow> ModuleInstalls => Set<ModuleInstallRow>();

    public DbSet<ModuleRating> ModuleRatings => Set<ModuleRating>();

    public DbSet<TenantConfig> TenantConfigs => Set<TenantConfig>();

    public DbSet<ConfigProfile> ConfigProfiles => Set<ConfigProfile>();

    public DbSet<ConfigRecord> ConfigRecords => Set<ConfigRecord>();

    public DbSet<UserPreferences> UserPreferences => Set<UserPreferences>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AccessChangeRow> AccessChanges => Set<AccessChangeRow>();

    public DbSet<SigningKeyRow> SigningKeys => Set<SigningKeyRow>();

    public DbSet<IdempotencyKeyRow> IdempotencyKeys => Set<IdempotencyKeyRow>();

    public DbSet<RecordEntry> Records => Set<RecordEntry>();

    public DbSet<SumRow> Sums => Set<SumRow>();

    public DbSet<PresenceRow> Presences => Set<PresenceRow>();

    public DbSet<SystemHourRow> SystemHours => Set<SystemHourRow>();

    public DbSet<WriterSumRow> WriterSums => Set<WriterSumRow>();

    public DbSet<WriterPresenceRow> WriterPresences => Set<WriterPresenceRow>();

    public DbSet<WriterSystemHourRow> WriterSystemHours => Set<WriterSystemHourRow>();

    public DbSet<SecurityAlertRow> SecurityAlerts => Set<SecurityAlertRow>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<ToolSessionRow> ToolSessions => Set<ToolSessionRow>();

    public DbSet<RevocationRow> Revocations => Set<RevocationRow>();

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
        configurationBuilder.Properties<UserId>().HaveConversion<UserIdConverter>();
        configurationBuilder.Properties<LoginSessionId>().HaveConversion<LoginSessionIdConverter>();
        configurationBuilder.Properties<RoleId>().HaveConversion<RoleIdConverter>();
        configurationBuilder.Properties<PermissionId>().HaveConversion<PermissionIdConverter>();
        configurationBuilder.Properties<LocationId>().HaveConversion<LocationIdConverter>();
        configurationBuilder.Properties<InvitationId>().HaveConversion<InvitationIdConverter>();
        configurationBuilder.Properties<ConnectLinkId>().HaveConversion<ConnectLinkIdConverter>();
        configurationBuilder.Properties<ServiceId>().HaveConversion<ServiceIdConverter>();
        configurationBuilder.Properties<OutgoingWebhookId>().HaveConversion<OutgoingWebhookIdConverter>();
        configurationBuilder.Properties<SealedSecret>().HaveConversion<SealedSecretConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ModuleXDbContext).Assembly);
        modelBuilder.Entity<Organization>()
            .HasIndex(organization => organization.TenantId, "ux_organizations_default")
            .IsUnique()
            .HasFilter(IsTrue("is_default"));
        modelBuilder.Entity<UserLocation>()
            .HasIndex(location => location.UserId, "ux_user_locations_primary")
            .IsUnique()
            .HasFilter(IsTrue("is_primary"));
        modelBuilder.Entity<RecordEntry>()
            .HasIndex(entry => new { entry.TenantId, entry.At }, "ix_records_slow")
            .HasFilter(IsTrue("is_slow"));
        TenantFilter.Apply(modelBuilder, this);
        modelBuilder.UseSnakeCaseNames();
    }
}
