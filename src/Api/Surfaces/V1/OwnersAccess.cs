using ModuleX.Api.Hosting;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>Endpoints about what people have connected: for backends with a service key, and for the people themselves.</summary>
internal static class OwnersAccess
{
    /// <param name="scope">What a service key needs; a person needs to be a member of the organization.</param>
    public static RouteHandlerBuilder ForOwners(this RouteHandlerBuilder endpoint, string scope) =>
        endpoint.RequireScope(scope).RequireLevel(AccessLevel.OrganizationMember);
}
