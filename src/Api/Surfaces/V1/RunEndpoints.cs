using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Api.Hosting.Records;
using ModuleX.Application.Messaging;
using ModuleX.Application.Runs;
using ModuleX.Domain.Access;
using static ModuleX.Api.Hosting.Answers;

namespace ModuleX.Api.Surfaces.V1;

/// <summary>Executing actions, and what became of executions.</summary>
internal static class RunEndpoints
{
    public static void Map(IEndpointRouteBuilder surface)
    {
        var runs = surface.MapGroup("/runs");
        runs.MapPost("", Create).WithName("V1_Runs_Create").ForOwners(ApiKeyScopes.RunsExecute).WithMetadata(IdempotencyHeader.Parameter)
            .WithSummary("Execute an action of a connected tool").Produces<RunResponse>().Refuses(404, 409, 502, 504);
        runs.MapPost("/preview", Preview).WithName("V1_Runs_Preview").ForOwners(ApiKeyScopes.RunsExecute)
            .WithSummary("The request that an execution would send; nothing is sent").Produces<RunPreviewResponse>().Refuses(404, 409, 502);
        runs.MapGet("", List).WithName("V1_Runs_List").ForOwners(ApiKeyScopes.SessionsRead)
            .WithSummary("Executions, newest first; what was given and answered is not kept").Produces<CursorPageResponse<RunRecordResponse>>().Refuses(404);
        runs.MapGet("/{run_id}", Get).WithName("V1_Runs_Get").ForOwners(ApiKeyScopes.SessionsRead)
            .WithSummary("One execution").Produces<RunRecordResponse>();
    }

    private static async Task<IResult> Create(
        RunRequest body, CallerOfConnections caller, HttpContext context, IUseCases useCases, CancellationToken cancellationToken)
    {
        context.NoteAction(body.Action);
        var result = await useCases.SendAsync(body.ToCommand(caller.Caller, IdempotencyHeader.In(context.Request)), cancellationToken);
        return Answer(result, run => new RunResult(run));
    }

    private static async Task<IResult> Preview(
        RunRequest body, CallerOfConnections caller, HttpContext context, IUseCases useCases, CancellationToken cancellationToken)
    {
        context.NoteAction(body.Action);
        return Answer(await useCases.SendAsync(body.ToPreview(caller.Caller), cancellationToken), RunPreviewResponse.Of);
    }

    private static async Task<IResult> List(RunListParameters list, CallerOfConnections caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(list.ToQuery(caller.Caller), cancellationToken), page => page.ToWire(RunRecordResponse.Of));
    }

    private static async Task<IResult> Get(Guid run_id, CallerOfConnections caller, IUseCases useCases, CancellationToken cancellationToken)
    {
        return Answer(await useCases.SendAsync(new GetRunQuery(caller.Caller, run_id), cancellationToken), RunRecordResponse.Of);
    }
}
