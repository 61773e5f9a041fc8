using ModuleX.Application.Catalog;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting.Rates;

/// <summary>The limit of one organization and tool, when it is known who calls.</summary>
internal sealed class RunRates(RequestDelegate next, RateLimits rates, IToolCatalog catalog)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RunRate>() is not null && Count(context) is { } refusal
            ? refusal.ToResult().ExecuteAsync(context) : next(context);

    private Error? Count(HttpContext context)
    {
        // A tool that is not there runs nothing.
        if (context.Request.RouteValues[RunRate.ToolValue] is not string name || catalog.FindTool(name).Failed(out _, out var tool)) return null;
        return context.User switch
        {
            ServicePrincipal service => rates.Run(context, service.Organization, tool.Name),
            UserPrincipal user => rates.Run(context, user.Organization ?? user.Caller.Authority.Organization, tool.Name),
            _ => null,
        };
    }

    /// <summary>Counts the runs of a batch, which come in one request. The refusal of the first that is over its limit; null where none is.</summary>
    /// <param name="tools">The tool of each run; those that are not there run nothing.</param>
    public static Error? CountAll(HttpContext context, RateLimits rates, IToolCatalog catalog, OrganizationId organization, IEnumerable<string> tools)
    {
        Error? first = null;
        foreach (var name in tools)
        {
            if (!catalog.FindTool(name).Failed(out _, out var tool)) first ??= rates.Run(context, organization, tool.Name);
        }
        return first;
    }
}
