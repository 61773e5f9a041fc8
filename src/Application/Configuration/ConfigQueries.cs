using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Application.Modules;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Application.Tenancy;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Configuration;

/// <summary>The configuration of the caller's tenant as it is in force.</summary>
public sealed record GetConfigQuery(Caller Caller) : IQuery<ConfigView>;

/// <summary>A profile of the caller's tenant. NotFound: there is none.</summary>
public sealed record GetConfigProfileQuery(Caller Caller, Guid Id) : IQuery<ConfigProfileView>;

/// <summary>The profiles of the caller's tenant, by name.</summary>
public sealed record ListConfigProfilesQuery(Caller Caller) : IQuery<IReadOnlyList<ConfigProfileView>>;

/// <summary>The changes that were made to the configuration of the caller's tenant, newest first.</summary>
public sealed record ListConfigHistoryQuery(Caller Caller, PageRequest Page) : IQuery<Page<ConfigRecordView>>;

internal sealed class GetConfigHandler(IReader<TenantConfig> configurations, IReader<Tenant> tenants, IModules modules, ConfigDefaults defaults)
    : IQueryHandler<GetConfigQuery, ConfigView>
{
    public async Task<Result<ConfigView>> Handle(GetConfigQuery query, CancellationToken cancellationToken)
    {
        var id = query.Caller.Tenant;
        var own = await configurations.FindAsync(id, new TenantConfigSpec(), cancellationToken);
        var tenant = await tenants.FindAsync(id, new TenantByIdSpec(id), cancellationToken);
        var states = modules.States;
        DateTimeOffset?[] changes = [own?.UpdatedAt, states.ChangedAt, tenant?.CreatedAt ?? default];
        return new ConfigView(defaults.Complete(own, states), changes.Max()!.Value);
    }
}

internal sealed class GetConfigProfileHandler(IReader<ConfigProfile> profiles) : IQueryHandler<GetConfigProfileQuery, ConfigProfileView>
{
    public async Task<Result<ConfigProfileView>> Handle(GetConfigProfileQuery query, CancellationToken cancellationToken) =>
        await profiles.FindAsync(query.Caller.Tenant, new ConfigProfileByIdSpec(query.Id), cancellationToken) is { } profile
            ? ConfigProfileView.Of(profile) : ConfigErrors.ProfileNotFound;
}

internal sealed class ListConfigProfilesHandler(IReader<ConfigProfile> profiles)
    : IQueryHandler<ListConfigProfilesQuery, IReadOnlyList<ConfigProfileView>>
{
    public async Task<Result<IReadOnlyList<ConfigProfileView>>> Handle(ListConfigProfilesQuery query, CancellationToken cancellationToken) =>
        (await profiles.ListAsync(query.Caller.Tenant, new ConfigProfilesSpec(), cancellationToken)).Select(ConfigProfileView.Of).ToList();
}

internal sealed class ListConfigHistoryHandler(IReader<ConfigRecord> records) : IQueryHandler<ListConfigHistoryQuery, Page<ConfigRecordView>>
{
    public async Task<Result<Page<ConfigRecordView>>> Handle(ListConfigHistoryQuery query, CancellationToken cancellationToken) =>
        (await records.PageAsync(query.Caller.Tenant, new ConfigRecordsSpec(), query.Page, cancellationToken)).Select(ConfigRecordView.Of);
}
