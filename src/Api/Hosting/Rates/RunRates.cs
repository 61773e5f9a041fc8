using ModuleX.Application.Ports;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting.Rates;

/// <summary>The limit of one organization and tool, when it is known who calls.</summary>
internal sealed class RunRates(RequestDelegate next, RateLimits rates, IToolCatalogue catalogue)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RunRate>() is not null && Count(context) is { } refusal ? refusal.ToResult().ExecuteAsync(context) : next(context);

    private Error? Count(HttpContext context)
    {
        // A tool that is not there runs nothing.
        if (context.Request.RouteValues[RunRate.ToolValue] is not string name || catalogue.FindTool(name).Failed(out _, out var tool)) return null;
        return context.User switch
        {
            ServicePrincipal service => rates.Run(context, service.Organization, tool.Name),
            UserPrincipal user => rates.Run(context, user.Organization ?? user.Caller.Authority.Organization, tool.Name),
            _ => null,
        };
    }
}
