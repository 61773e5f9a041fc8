using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Api.Hosting.Records;
using ModuleX.Application.Messaging;
using ModuleX.Application.Ports;
using ModuleX.Application.Runs;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Executing actions in an organization, and the tools that it has, document 1's <c>/tools</c>.</summary>
internal static class RunEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapPost("/tools/{tool_name}/execute", Execute).WithName("ModuleX_Tools_Execute").RequireLevel(AccessLevel.OrganizationMember).RequireRunRate()
            .WithMetadata(IdempotencyHeader.Parameter)
            .WithSummary("Execute an action of a tool that the organization has installed and the user has connected")
            .Accepts<ExecuteRequest>("application/json").Produces<ExecuteResponse>()
            .Produces<ModuleXErrorBody>(400).Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(404).Produces<ModuleXErrorBody>(409)
            .Produces<ModuleXErrorBody>(422).Produces<ModuleXErrorBody>(429).Produces<ModuleXErrorBody>(502).Produces<ModuleXErrorBody>(504);
        surface.MapPost("/tools/execute-batch", ExecuteBatch).WithName("ModuleX_Tools_ExecuteBatch").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("Execute up to 100 actions at once; one that fails fails alone").Produces<BatchResponse>()
            .Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(422);
        surface.MapGet("/tools/available", ListAvailable).WithName("ModuleX_Tools_ListAvailable").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("The tools that the organization has installed").Produces<AvailableToolsResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403);
        surface.MapGet("/tools/user", ListMine).WithName("ModuleX_Tools_ListMine").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("The same with what the user has connected and enabled").Produces<MyToolsResponse>().Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403);
        surface.MapGet("/tools/openai-tools", ListFunctions).WithName("ModuleX_Tools_ListFunctions").RequireLevel(AccessLevel.OrganizationMember)
            .WithSummary("The enabled actions of the user's active tools as functions, in OpenAI's format or with format=anthropic in Anthropic's")
            .Produces<FunctionsResponse>().WithMetadata(new OtherAnswer(typeof(AnthropicToolsResponse)))
            .Produces<ModuleXErrorBody>(401).Produces<ModuleXErrorBody>(403).Produces<ModuleXErrorBody>(422);
    }

    private static async Task<IResult> Execute(
        string tool_name, ExecuteRequest body, CallerOfRequest caller, OrganizationOfRequest organization, HttpRequest request, IUseCases useCases, CancellationToken cancellationToken)
    {
        request.HttpContext.NoteAction(body.Action);
        var command = body.ToCommand(caller, organization, tool_name, IdempotencyHeader.In(request));
        var result = await useCases.SendAsync(command, cancellationToken);
        return result.Failed(out var error, out var run) ? error.ToResult() : new RunResult(run, organization.Id);
    }

    private static async Task<IResult> ExecuteBatch(
        BatchRequest body, CallerOfRequest caller, OrganizationOfRequest organization, HttpContext context, RateLimits rates, IToolCatalogue catalogue, IUseCases useCases, CancellationToken cancellationToken)
    {
        if (RunRates.CountAll(context, rates, catalogue, organization.Id, body.Checked().Select(run => run.ToolName)) is { } refusal) return refusal.ToResult();
        var result = await useCases.SendAsync(body.ToCommand(caller, organization), cancellationToken);
        return result.Failed(out var error, out var outcomes) ? error.ToResult() : new DeepJson<BatchResponse>(outcomes.ToWire(body, organization.Id, SurfaceList.Of(context.Request.Path)));
    }

    private static async Task<IResult> ListAvailable(CallerOfRequest caller, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListOrganizationToolsQuery(caller.Caller, organization.Id), cancellationToken);
        return result.Failed(out var error, out var tools) ? error.ToResult() : Results.Ok(tools.ToAvailable(organization.Id));
    }

    private static async Task<IResult> ListMine(CallerOfRequest caller, OrganizationOfRequest organization, IUseCases useCases, CancellationToken cancellationToken)
    {
        var result = await useCases.SendAsync(new ListOrganizationToolsQuery(caller.Caller, organization.Id), cancellationToken);
        return result.Failed(out var error, out var tools) ? error.ToResult() : Results.Ok(tools.ToMine(caller, organization.Id));
    }

    private static async Task<IResult> ListFunctions(CallerOfRequest caller, OrganizationOfRequest organization, QueryValues query, IUseCases useCases, CancellationToken cancellationToken)
    {
        var format = FunctionFormat.Of(query);
        query.ThrowIfInvalid();
        var result = await useCases.SendAsync(new ListFunctionsQuery(caller.Caller.Tenant, caller.Owner(), Strict: false, organization.Id), cancellationToken);
        if (result.Failed(out var error, out var functions)) return error.ToResult();
        return format == FunctionFormat.Anthropic ? Results.Ok(functions.ToAnthropic(caller, organization.Id)) : Results.Ok(functions.ToWire(caller, organization.Id));
    }
}
