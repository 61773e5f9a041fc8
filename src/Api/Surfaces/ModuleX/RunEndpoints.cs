using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Api.Hosting.Records;
using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Executing actions in an organization, and the tools that it has, document 1's <c>/tools</c>.</summary>
internal static class RunEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapPost("/tools/{tool_name}/execute", Execute).WithName("ModuleX_Tools_Execute").RequireLevel(AccessLevel.OrganizationMember).RequireRunRate()
            .WithMetadata(IdempotencyHeader.Parameter)
            .WithSummary("Execute an action of a tool that the organization has installed and the user has connected")
            .Accepts<ExecuteRequest>("application/json").Produces<ExecuteResponse>().Refuses(409, 502, 504);
        surface.MapPost("/tools/execute-batch", ExecuteBatch).WithName("ModuleX_Tools_ExecuteBatch").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("Execute up to 100 actions at once; one that fails fails alone").Produces<BatchResponse>();
        surface.MapGet("/tools/available", ListAvailable).WithName("ModuleX_Tools_ListAvailable").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("The tools that the organization has installed").Produces<AvailableToolsResponse>();
        surface.MapGet("/tools/user", ListMine).WithName("ModuleX_Tools_ListMine").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("The same with what the user has connected and enabled").Produces<MyToolsResponse>();
        surface.MapGet("/tools/openai-tools", ListFunctions).WithName("ModuleX_Tools_ListFunctions").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("The enabled actions of the user's active tools as functions, in OpenAI's format or with format=anthropic in Anthropic's")
            .Produces<FunctionsResponse>().WithMetadata(new OtherAnswer(typeof(AnthropicToolsResponse)));
    }

    private static async Task<IResult> Execute(
        string tool_name, ExecuteRequest body, CallerOfRequest request, OrganizationOfRequest organization, HttpRequest http, IUseCases useCases,
        CancellationToken cancellationToken)
    {
        http.HttpContext.NoteAction(body.Action);
        var command = body.ToCommand(request.Caller, organization, tool_name, IdempotencyHeader.In(http));
        var result = await useCases.SendAsync(command, cancellationToken);
        // Without a closure: this is the hot path.
        return result.Failed(out var error, out var run) ? error.ToResult() : new RunResult(run, organization.Id);
    }

    private static async Task<IResult> ExecuteBatch(
        BatchRequest body, CallerOfRequest request, OrganizationOfRequest organization, HttpContext context, RateLimits rates,
        IToolCatalog catalog, IUseCases useCases, CancellationToken cancellationToken)
    {
        if (RunRates.CountAll(context, rates, catalog, organization.Id, body.Checked().Select(run => run.ToolName)) is { } refusal) return refusal.ToResult();
        var result = await useCases.SendAsync(body.ToCommand(request.Caller, organization), cancellationToken);
        return Answer(result, outcomes => new DeepJson<BatchResponse>(BatchResponse.Of(outcomes, body, organization.Id, SurfaceList.Of(context.Request.Path))));
    }

    private static async Task<IResult> ListAvailable(
        CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListOrganizationToolsQuery(request.Caller, organization.Id), cancellationToken);
        return Answer(result, tools => AvailableToolsResponse.Of(tools, organization.Id));
    }

    private static async Task<IResult> ListMine(
        CallerOfRequest request, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListOrganizationToolsQuery(request.Caller, organization.Id), cancellationToken);
        return Answer(result, tools => MyToolsResponse.Of(tools, request.Caller, organization.Id));
    }

    private static async Task<IResult> ListFunctions(
        CallerOfRequest request, OrganizationOfRequest organization, FunctionListParameters list, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(
            new ListFunctionsQuery(request.Caller.UserIn(organization.Id), Strict: false, organization.Id), cancellationToken);
        if (result.Failed(out var error, out var functions)) return error.ToResult();
        return list.IsAnthropic ? Results.Ok(AnthropicToolsResponse.Of(functions, request.Caller, organization.Id))
            : Results.Ok(FunctionsResponse.Of(functions, request.Caller, organization.Id));
    }
}
