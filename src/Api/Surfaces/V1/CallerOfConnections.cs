using ModuleX.Api.Hosting;
using ModuleX.Application.ToolSessions;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>
/// Who calls about connections: a backend with a service key, for the external owners of its organization, or a person. The endpoint asks for both, by a scope
/// and a level. Whom the call is about stands in <c>owner</c>, in the query or the body.
/// </summary>
internal sealed record CallerOfConnections(ConnectionCaller Caller)
{
    public static ValueTask<CallerOfConnections?> BindAsync(HttpContext context) => new(new CallerOfConnections(context.User switch
    {
        ServicePrincipal service => new ConnectionCaller.Service(service.Tenant, service.Organization, ClientOfRequest.Of(context)),
        UserPrincipal { Organization: { } organization } person => new ConnectionCaller.Person(person.Caller, organization),
        _ => throw new InvalidOperationException("The endpoint asks for no caller of connections."),
    }));
}
