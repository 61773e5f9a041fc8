using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ModuleX.Application.Access;
using ModuleX.Application.Activities;
using ModuleX.Application.Audit;
using ModuleX.Application.Idempotency;
using ModuleX.Application.Identity;
using ModuleX.Application.Integrations;
using ModuleX.Application.Invitations;
using ModuleX.Application.Locations;
using ModuleX.Application.MockServices;
using ModuleX.Application.Modules;
using ModuleX.Application.Operations;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Records;
using ModuleX.Application.ToolSessions;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Access;
using ModuleX.Infrastructure.Access;
using ModuleX.Infrastructure.Activities;
using ModuleX.Infrastructure.Audit;
using ModuleX.Infrastructure.Idempotency;
using ModuleX.Infrastructure.Identity;
using ModuleX.Infrastructure.Integrations;
using ModuleX.Infrastructure.Invitations;
using ModuleX.Infrastructure.Locations;
using ModuleX.Infrastructure.MockServices;
using ModuleX.Infrastructure.Modules;
using ModuleX.Infrastructure.Organizations;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Persistence.Providers.PostgreSql;
using ModuleX.Infrastructure.Persistence.Providers.Sqlite;
using ModuleX.Infrastructure.Persistence.Providers.SqlServer;
using ModuleX.Infrastructure.Persistence.Startup;
using ModuleX.Infrastructure.Records;
using ModuleX.Infrastructure.Security.MasterKeys;
using ModuleX.Infrastructure.Settings;
using ModuleX.Infrastructure.ToolSessions;
using ModuleX.Infrastructure.Webhooks;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>Registers the database and what is stored in it.</summary>
internal static class PersistenceRegistration
{
    public static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.AddSettings<DatabaseOptions>(DatabaseOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ProcessIdentity>();
        services.AddSingleton(CreateProvider);
        services.AddSingleton<IOutages, DatabaseOutages>();
        services.AddPooledDbContextFactory<SqliteModuleXDbContext>(
            (provider, options) => ((SqliteProvider)provider.GetRequiredService<IDatabaseProvider>()).Configure(options));
        services.AddPooledDbContextFactory<PostgreSqlModuleXDbContext>(
            (provider, options) => ((PostgreSqlProvider)provider.GetRequiredService<IDatabaseProvider>()).Configure(options));
        services.AddPooledDbContextFactory<SqlServerModuleXDbContext>(
            (provider, options) => ((SqlServerProvider)provider.GetRequiredService<IDatabaseProvider>()).Configure(options));
        services.AddSingleton(provider => provider.GetRequiredService<IDatabaseProvider>().CreateFactory(provider));
        services.AddSingleton(provider => provider.GetRequiredService<IDatabaseProvider>().CreateLease(provider, LeaseSharing.Alone));
        services.AddSingleton<DatabaseMigrations>();
        services.AddSingleton<DefaultTenant>();
        services.AddSingleton<StartSteps>();
        services.AddSingleton<IStartProgress>(provider => provider.GetRequiredService<StartSteps>());
        services.AddSingleton(CreateStartup);
        services.AddSingleton<IDatabaseSchema, DatabaseSchema>();
        services.AddSingleton<IToolSessionRepository, ToolSessionRepository>();
        services.AddSingleton<ToolSessionMemory>();
        services.AddSingleton<IApiKeyRepository, ApiKeyRepository>();
        services.AddSingleton<IOrganizationRepository, OrganizationRepository>();
        services.AddSingleton<IInvitationTokens, InvitationTokens>();
        services.AddSingleton<AccessNotices>();
        services.AddSingleton<DatabaseClock>();
        services.AddSingleton<IUnitsOfWork, UnitsOfWork>();
        services.AddSingleton<IUserNames, UserNames>();
        services.AddSingleton(typeof(IReader<>), typeof(Reader<>));
        services.AddSingleton<IRowSource<Role>, RolesOfOrganizations>();
        services.AddSingleton<IGrantedPermissions, GrantedPermissions>();
        services.AddSingleton<IRefreshTokenTenants, RefreshTokenTenants>();
        services.AddSingleton<IOrganizationStatistics, OrganizationStatistics>();
        services.AddSingleton<IMembers, Members>();
        services.AddSingleton<IAssignedLocations, AssignedLocations>();
        services.AddSingleton<IInstallations, Installations>();
        services.AddSingleton<IServiceStates, ServiceStates>();
        services.AddSingleton<IModulePopularity, StoredPopularity>();
        services.AddSingleton<IAuditTrail, AuditTrail>();
        services.AddSingleton<IRecordedActivities, RecordedActivities>();
        services.AddSingleton<IIdempotencyKeys, IdempotencyKeys>();
        services.AddSingleton<IRevocationQueue, RevocationQueue>();
        services.AddSingleton<IMockServices, MockServiceRepository>();
        services.AddSingleton<UsageRecorder>();
        services.AddSingleton<IUsageRecorder>(provider => provider.GetRequiredService<UsageRecorder>());
        services.AddHostedService(provider => provider.GetRequiredService<UsageRecorder>());
        // One, not one for each question: it remembers its last answer.
        services.AddSingleton<DatabaseHealthCheck>();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database");
        return services;
    }

    private static IDatabaseProvider CreateProvider(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        return options.ProviderWord switch
        {
            DatabaseOptions.PostgreSql => new PostgreSqlProvider(options.ConnectionString!),
            DatabaseOptions.SqlServer => new SqlServerProvider(options.ConnectionString!),
            _ => new SqliteProvider(options.ConnectionString),
        };
    }

    /// <summary>The first to ask for the settings, so the one to say what is wrong with them.</summary>
    private static DatabaseStartup CreateStartup(IServiceProvider services)
    {
        try
        {
            return new DatabaseStartup(
                services.GetRequiredService<ISingleNodeLease>(),
                services.GetRequiredService<MasterKeyCheck>(),
                services.GetRequiredService<DatabaseMigrations>(),
                services.GetRequiredService<DefaultTenant>(),
                services.GetRequiredService<StartSteps>(),
                services.GetRequiredService<IDatabaseProvider>());
        }
        catch (OptionsValidationException exception)
        {
            throw new StartupException(string.Join(". ", exception.Failures), exception);
        }
    }
}
