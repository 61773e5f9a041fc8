using ModuleX.Api.Hosting;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.AuthX;

/// <summary>Document 3 under <c>/api/v1</c>: people, roles, permissions, locations and the audit log of organizations.</summary>
internal sealed class AuthXSurface : ISurface
{
    public string Name => "authx";

    public IReadOnlyList<string> Prefixes { get; } = ["/api/v1"];

    public int ValidationStatus => StatusCodes.Status422UnprocessableEntity;

    public void Map(IEndpointRouteBuilder routes)
    {
        var surface = routes.MapGroup("/api/v1").WithGroupName(Name);
        AuthEndpoints.Map(surface);
        ProfileEndpoints.Map(surface);
        UserEndpoints.Map(surface);
        UserRoleEndpoints.Map(surface);
        RoleEndpoints.Map(surface);
        PermissionEndpoints.Map(surface);
        OrganizationEndpoints.Map(surface);
        LocationEndpoints.Map(surface);
        AuditEndpoints.Map(surface);
    }

    public string Description => "People, roles, permissions, locations and the audit log of organizations.";

    public Type ErrorBodyOf(int status) => status == StatusCodes.Status422UnprocessableEntity ? typeof(AuthXValidationBody) : typeof(AuthXErrorBody);

    public object BodyOf(HttpContext context, Error error, int status) => error.ToAuthX(status);
}
