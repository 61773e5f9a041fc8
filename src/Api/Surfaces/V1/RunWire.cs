using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Records;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Api.Surfaces.V1;

/// <param name="Tool">The tool's name in the catalog.</param>
/// <param name="Action">A name or an alias.</param>
/// <param name="Arguments">As the action's schema wants them; left out for none.</param>
/// <param name="Owner">With a service key the external user for whom it runs; a person runs for themselves.</param>
/// <param name="Account">Which account of the tool; the default one without it.</param>
/// <param name="ConnectionId">The same by the connection's id.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RunRequest(
    [property: MaxLength(64)] string Tool,
    [property: MaxLength(128)] string Action,
    IReadOnlyDictionary<string, JsonElement>? Arguments = null,
    [property: MaxLength(128)] string? Owner = null,
    [property: MaxLength(AccountName.MaximumLength)] string? Account = null,
    Guid? ConnectionId = null)
{
    public RunActionCommand ToCommand(ConnectionCaller caller, string? key) => new(ToWanted(caller), key);

    public PreviewRunQuery ToPreview(ConnectionCaller caller) => new(ToWanted(caller));

    private WantedRun ToWanted(ConnectionCaller caller) => new(
        caller, Owner, Tool, Action, Arguments is null ? default : JsonSerializer.SerializeToElement(Arguments), Account, ConnectionId);
}

/// <summary>The first request of an execution. What is secret in it is <c>***</c>.</summary>
/// <param name="ConnectionId">The connection that it would use; null where the tool needs none.</param>
/// <param name="Method">Such as POST.</param>
/// <param name="Url">With its query.</param>
/// <param name="Headers">By name.</param>
/// <param name="Body">Null for none, and for one that is no text.</param>
internal sealed record RunPreviewResponse(
    string Tool, string Action, Guid? ConnectionId, string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public static RunPreviewResponse Of(RunPreview preview)
    {
        var request = preview.Request;
        return new(preview.Tool, preview.Action, preview.Connection, request.Method, request.Url, request.Headers, request.Body);
    }
}

/// <summary>What an execution answers; written by hand around the tool's own JSON.</summary>
/// <param name="Id">Of the run, for its record.</param>
/// <param name="ConnectionId">The connection that it used; null where the tool needs none.</param>
/// <param name="DurationMs">Milliseconds.</param>
/// <param name="Result">The tool's answer: any JSON; for text <c>{content_type, text}</c>, for other content <c>{content_type, base64}</c>.</param>
internal sealed record RunResponse(
    Guid Id, string Tool, string Action, Guid? ConnectionId, DateTimeOffset StartedAt, double DurationMs, JsonElement Result);

/// <summary>What is kept of an execution.</summary>
/// <param name="Owner">For whom it ran: a user's id, or an external user's name; null where it is not known.</param>
/// <param name="ConnectionId">The connection that it used, which the organization may share; null where there was none.</param>
/// <param name="Success">Whether the action was done.</param>
/// <param name="ErrorCode">Why not, for programs; null where it was.</param>
/// <param name="ErrorMessage">Why not, for people; null where it was.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="DurationMs">Milliseconds.</param>
internal sealed record RunRecordResponse(
    Guid Id, string? Tool, string? Action, string? Owner, Guid? ConnectionId, bool Success, string? ErrorCode, string? ErrorMessage, DateTimeOffset StartedAt,
    double DurationMs)
{
    public static RunRecordResponse Of(RunRecordView run) => new(
        run.Id, run.Tool, run.Action, run.Owner, run.Connection, run.Error is null, run.Error, run.Message, run.StartedAt, run.Duration.TotalMilliseconds);
}

internal sealed record RunListParameters(
    [MaxLength(128)] string? Owner, [MaxLength(64)] string? Tool, [MaxLength(128)] string? Action, Guid? ConnectionId, bool? Success, DateTimeOffset? Since,
    DateTimeOffset? Until, CursorParameters Page) : QueryParameters<RunListParameters>
{
    public ListRunsQuery ToQuery(ConnectionCaller caller) =>
        new(caller, Owner, new RunFilter(Tool, Action, ConnectionId, Success, Since, Until), Page.ToRequest());
}
