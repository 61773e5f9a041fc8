using ModuleX.Api.Hosting;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>
/// Who calls about connections: a backend with a service key, for the external owners of its organization, or a person. The endpoint asks for both, by a scope
/// and a level. Whom the call is about stands in <c>owner</c>, in the query or the body.
/// </summary>
internal sealed record CallerOfConnections(ConnectionCaller Caller)
{
    /// <summary>For the descriptions of endpoints that take the owner in the query.</summary>
    public static RequestParameter Owner { get; } = new(
        "owner", IsHeader: false, IsRequired: false,
        "For whom: with a service key an external user, by the caller's own name; with a person's token a member's id, for admins of the organization. "
        + "Without it everybody whom the caller may see.", MaximumLength: OwnerId.MaximumNameLength);

    public static ValueTask<CallerOfConnections?> BindAsync(HttpContext context)
    {
        // A key has its organization; what can't be the name of one is refused all the same.
        _ = OrganizationOfRequest.NamedIn(context);
        return new(new CallerOfConnections(context.User switch
        {
            ServicePrincipal service => new ConnectionCaller.Service(service.Tenant, service.Organization, ClientOfRequest.Of(context)),
            UserPrincipal { Organization: { } organization } person => new ConnectionCaller.Person(person.Caller, organization),
            _ => throw new InvalidOperationException("The endpoint asks for no caller of connections."),
        }));
    }
}
