using System.Collections.Immutable;
using Ardalis.Specification;
using Mapster;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Paging;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Access;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Access;

/// <summary>A service key as those who administer its organization see it; the key itself is shown once, when it is made.</summary>
/// <param name="Prefix">The first characters of the key, to tell it by.</param>
/// <param name="LastUsedAt">To the minute; null for never.</param>
public sealed record ServiceKeyView(
    ApiKeyId Id, string Name, string Prefix, ImmutableArray<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt);

/// <summary>The service keys of an organization that the caller administers, newest first, revoked ones included.</summary>
public sealed record ListServiceKeysQuery(Caller Caller, OrganizationId Organization, CursorRequest Page) : IQuery<CursorPage<ServiceKeyView>>;

/// <summary>One service key. NotFound: unknown, or another organization's.</summary>
public sealed record GetServiceKeyQuery(Caller Caller, OrganizationId Organization, ApiKeyId Key) : IQuery<ServiceKeyView>;

internal sealed class ListServiceKeysHandler(IReader<ApiKey> keys) : IQueryHandler<ListServiceKeysQuery, CursorPage<ServiceKeyView>>
{
    public async Task<Result<CursorPage<ServiceKeyView>>> Handle(ListServiceKeysQuery query, CancellationToken cancellationToken)
    {
        if (query.Caller.RefusalFor(query.Organization) is { } refusal) return refusal;
        var read = await keys.ListAsync<ServiceKeyView>(query.Caller.Tenant, new ServiceKeysSpec(query.Organization, query.Page), cancellationToken);
        return CursorPage<ServiceKeyView>.Of(read, query.Page, key => new Cursor(key.CreatedAt, key.Id.Value));
    }
}

internal sealed class GetServiceKeyHandler(IReader<ApiKey> keys) : IQueryHandler<GetServiceKeyQuery, ServiceKeyView>
{
    public async Task<Result<ServiceKeyView>> Handle(GetServiceKeyQuery query, CancellationToken cancellationToken)
    {
        if (query.Caller.RefusalFor(query.Organization) is { } refusal) return refusal;
        return await keys.FindAsync<ServiceKeyView>(query.Caller.Tenant, new ServiceKeySpec(query.Organization, query.Key), cancellationToken)
            is { } key ? key : ApiKeyErrors.NotFound(query.Key.ToString());
    }
}

/// <summary>The service keys of an organization, newest first.</summary>
internal sealed class ServiceKeysSpec : Specification<ApiKey>
{
    public ServiceKeysSpec(OrganizationId organization, CursorRequest page)
    {
        Query.Where(key => key.OrganizationId == organization);
        if (page.After is var (at, id))
        {
            var last = new ApiKeyId(id);
            Query.Where(key => key.CreatedAt < at || (key.CreatedAt == at && key.Id.CompareTo(last) < 0));
        }
        Query.OrderByDescending(key => key.CreatedAt).ThenByDescending(key => key.Id).Take(page.Read);
    }
}

internal sealed class ServiceKeySpec : Specification<ApiKey>
{
    public ServiceKeySpec(OrganizationId organization, ApiKeyId id) => Query.Where(key => key.Id == id && key.OrganizationId == organization);
}

internal sealed class ServiceKeyViews : IRegister
{
    public void Register(TypeAdapterConfig config) => config.NewConfig<ApiKey, ServiceKeyView>();
}
