using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Results;
using ModuleX.Domain.Webhooks;

namespace ModuleX.Application.Webhooks;

/// <summary>One service of the caller's tenant. NotFound: there is none, or the caller is no admin of the tenant.</summary>
public sealed record GetServiceQuery(Caller Caller, ServiceId Service) : IQuery<ServiceView>;

internal sealed class GetServiceHandler(IServiceDirectory services) : IQueryHandler<GetServiceQuery, ServiceView>
{
    public async Task<Result<ServiceView>> Handle(GetServiceQuery query, CancellationToken cancellationToken) =>
        query.Caller.IsSystemAdmin && await services.FindAsync(query.Caller.Tenant, query.Service, cancellationToken) is { } service
            ? ServiceView.Of(service)
            : WebhookErrors.ServiceUnknown;
}
