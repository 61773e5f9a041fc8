using ModuleX.Api.Hosting;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Document 1 under <c>/api</c>: people with tokens, in organizations.</summary>
internal sealed class ModuleXSurface : ISurface
{
    public string Name => "modulex";

    public IReadOnlyList<string> Prefixes { get; } = ["/api"];

    public int ValidationStatus => StatusCodes.Status422UnprocessableEntity;

    public void Map(IEndpointRouteBuilder routes)
    {
        var surface = routes.MapGroup("/api").WithGroupName(Name);
        AuthEndpoints.Map(surface);
        UserEndpoints.Map(surface);
        ToolAuthEndpoints.Map(surface);
        RunEndpoints.Map(surface);
        SystemEndpoints.Map(surface);
        OrganizationEndpoints.Map(surface);
        OrganizationUserEndpoints.Map(surface);
        IntegrationEndpoints.Map(surface);
        IntegrationStatusEndpoints.Map(surface);
        DashboardEndpoints.Map(surface);
        AnalyticsEndpoints.Map(surface);
        DashboardUserEndpoints.Map(surface);
        MonitoringEndpoints.Map(surface);
    }

    public string Description => "Tools in organizations, for people who sign in: connecting, executing, installing, and the dashboards of who administers.";

    public Type ErrorBodyOf(int status) => typeof(ModuleXErrorBody);

    public object BodyOf(HttpContext context, Error error, int status) =>
        error.ToModuleX(status, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
}
