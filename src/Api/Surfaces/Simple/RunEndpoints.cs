using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Rates;
using ModuleX.Api.Hosting.Records;
using ModuleX.Application.Messaging;
using ModuleX.Application.Runs;
using ModuleX.Domain.Access;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>Executing actions and listing them as functions, document 2's <c>/tools</c>.</summary>
internal static class RunEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        surface.MapPost("/tools/{tool_name}/execute", Execute).WithName("Simple_Tools_Execute").RequireScope(ApiKeyScopes.RunsExecute).RequireRunRate()
            .WithMetadata(IdempotencyHeader.Parameter, OwnerOfRequest.WithBody)
            .WithSummary("Execute an action of a tool that the person has connected").Accepts<ExecuteBody>("application/json")
            .Produces<ExecuteResponse>().Refuses(409, 502, 504);
        surface.MapGet("/tools/openai-tools", ListFunctions).WithName("Simple_Tools_ListFunctions").RequireScope(ApiKeyScopes.SessionsRead)
            .WithSummary("The enabled actions of the person's active tools as functions, in OpenAI's format or with format=anthropic in Anthropic's")
            .Produces<FunctionToolResponse[]>().WithMetadata(new OtherAnswer(typeof(AnthropicToolResponse[])));
    }

    private static async Task<IResult> Execute(
        string tool_name, ExecuteRequest body, HttpContext context, IUseCases useCases, CancellationToken cancellationToken)
    {
        context.NoteAction(body.Action);
        var owner = OwnerOfRequest.Of(context, body.UserId);
        var command = new ExecuteActionCommand(
            owner.User, tool_name, body.Action, body.Parameters, IdempotencyHeader.In(context.Request), body.Account);
        var result = await useCases.SendAsync(command, cancellationToken);
        return Answer(result, run => new RunResult(run));
    }

    private static async Task<IResult> ListFunctions(
        OwnerOfRequest owner, StrictFunctionListParameters parameters, IUseCases useCases, CancellationToken cancellationToken)
    {
        var (list, strict) = parameters;
        if (list.IsAnthropic && strict) return FunctionListParameters.StrictIsOpenAI.ToResult();
        var result = await useCases.SendAsync(new ListFunctionsQuery(owner.User, strict), cancellationToken);
        if (result.Failed(out var error, out var functions)) return error.ToResult();
        return list.IsAnthropic
            ? Results.Ok(functions.Select(AnthropicToolResponse.Of).ToArray())
            : Results.Ok(functions.Select(function => FunctionToolResponse.Of(function, strict)).ToArray());
    }
}
