using ModuleX.Application.Access;
using ModuleX.Application.Audit;
using ModuleX.Application.Configuration;
using ModuleX.Application.ConnectLinks;
using ModuleX.Application.Events;
using ModuleX.Application.Identity;
using ModuleX.Application.Integrations;
using ModuleX.Application.Invitations;
using ModuleX.Application.Locations;
using ModuleX.Application.Modules;
using ModuleX.Application.Organizations;
using ModuleX.Application.OutgoingWebhooks;
using ModuleX.Application.Tenancy;
using ModuleX.Application.ToolSessions;
using ModuleX.Application.Webhooks;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Persistence;

/// <summary>Begins changes to people, organizations and what they may do.</summary>
public interface IUnitsOfWork
{
    /// <summary>Begins one; nothing of another tenant can be seen in it. On SQLite it holds the one write lock, so slow work belongs before it.</summary>
    Task<IUnitOfWork> BeginAsync(TenantId tenant, CancellationToken cancellationToken);
}

/// <summary>Changes that are made together or not at all, with the record of them. Without a commit nothing has happened.</summary>
public interface IUnitOfWork : IAsyncDisposable
{
    ITenantStore Tenants { get; }

    IUserStore Users { get; }

    IOrganizationStore Organizations { get; }

    IRoleStore Roles { get; }

    ILocationStore Locations { get; }

    IApiKeyStore ApiKeys { get; }

    ILoginStore Logins { get; }

    IIntegrationStore Integrations { get; }

    IServiceStore Services { get; }

    IOutgoingWebhookStore OutgoingWebhooks { get; }

    IModuleStore Modules { get; }

    IToolSessionStore ToolSessions { get; }

    IConfigurationStore Configuration { get; }

    IConnectLinkStore ConnectLinks { get; }

    IInvitationStore Invitations { get; }

    /// <summary>Records what is done, in the same transaction. What changed in stored things is added by itself, without secrets.</summary>
    void Record(AuditEvent happened);

    /// <summary>
    /// Makes every node forget within a second what it knows about rights.
    /// </summary>
    /// <param name="subject">The id of a login session, a user, an organization, or the tenant: whatever the change concerns.</param>
    void Announce(Guid subject);

    /// <summary>Tells watchers, once it is committed. What is recorded of a user is told by itself.</summary>
    void Tell(LiveEvent happened);

    /// <summary>
    /// Conflict: a unique value is taken (with the error of that value), or another request changed the same thing meanwhile. Nothing was changed then.
    /// </summary>
    Task<Result<Done>> CommitAsync(CancellationToken cancellationToken);
}
