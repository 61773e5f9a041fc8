using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application.Analytics;
using ModuleX.Application.Audit;
using ModuleX.Application.Configuration;
using ModuleX.Application.ConnectLinks;
using ModuleX.Application.Idempotency;
using ModuleX.Application.Identity;
using ModuleX.Application.Integrations;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;
using ModuleX.Application.Organizations;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Application.Webhooks;

namespace ModuleX.Application;

/// <summary>Registers the application layer.</summary>
public static class ApplicationRegistration
{
    /// <summary>Adds every use case, its validators and the steps around it. The ports are the caller's to add.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        // The library knows no other place for it than one for the whole process; messages name members as callers do.
        ValidatorOptions.Global.DisplayNameResolver = static (_, member, _) => member is null ? null : WireName.Of(member.Name);
        services.AddMessaging();
        services.AddPipelineStep(typeof(LoggingStep<,>));
        services.AddPipelineStep(typeof(ValidationStep<,>));
        services.Scan(scan => scan
            .FromAssemblyOf<CredentialFactory>()
            .AddClasses(classes => classes.AssignableTo(typeof(IValidator<>)), publicOnly: false)
            .AsImplementedInterfaces()
            .WithSingletonLifetime());
        services.AddSingleton<UseCaseLimits>();
        services.AddSingleton<NewPassword>();
        services.AddSingleton<NewAccount>();
        services.AddSingleton<LoginSessionIssuer>();
        services.AddSingleton<DescribedOrganizations>();
        services.AddSingleton<AuditSights>();
        services.AddSingleton<RunRecords>();
        services.AddSingleton<RunFaults>();
        services.AddSingleton<SystemConditions>();
        services.AddSingleton<AccountChoice>();
        services.AddSingleton<ConnectionAccess>();
        services.AddSingleton<ConnectionCheck>();
        services.AddSingleton<ActionExecutor>();
        services.AddSingleton<IdempotentRuns>();
        services.AddSingleton<OrganizationRuns>();
        services.AddSingleton<WantedRuns>();
        services.AddSingleton<IBatchRuns>(provider => provider.GetRequiredService<OrganizationRuns>());
        services.AddSingleton<CredentialSealer>();
        services.AddSingleton<AuthorizationRequest>();
        services.AddSingleton<IConnectUrlCache, ConnectUrlCache>();
        services.AddSingleton<ConnectUrls>();
        services.AddSingleton<OwnerTools>();
        services.AddSingleton<ICredentialRefresher, CredentialRefresher>();
        services.AddSingleton<CredentialFactory>();
        services.AddSingleton<GrantCompletion>();
        services.AddSingleton<CredentialForm>();
        services.AddSingleton<DirectCredentials>();
        services.AddSingleton<ConnectableTools>();
        services.AddSingleton<LinkedConnections>();
        services.AddSingleton<LinkOwners>();
        services.AddSingleton<ConnectLinkMaker>();
        services.AddSingleton<TokenRevocation>();
        services.AddSingleton<ToolSessionRecords>();
        services.AddSingleton<IntegrationSecrets>();
        services.AddSingleton<ToolEnvironment>();
        services.AddSingleton<ServiceSecrets>();
        services.AddSingleton<OutgoingSecrets>();
        services.AddSingleton<WebhookEvents>();
        services.AddSingleton<IWebhookHandler, RecordWebhooks>();
        services.AddSingleton<ConfigDefaults>();
        services.AddSingleton<ConfigWriter>();
        services.AddSingleton<ModuleChanges>();
        services.AddSingleton<ModuleSettings>();
        return services;
    }
}
