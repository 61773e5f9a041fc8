using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.OpenApi;
using ModuleX.Application.Access;
using ModuleX.Application.Runs;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Action">A name or an alias.</param>
/// <param name="Parameters">As the action's schema wants them; left out for none.</param>
/// <param name="Arguments">The same under the name that models give it; one of the two.</param>
/// <param name="Account">Which of the user's accounts of the tool; the default one without it.</param>
[LimitsOf(typeof(ExecuteInOrganizationCommand))]
internal sealed record ExecuteRequest(
    [property: MaxLength(128)] string Action,
    JsonElement? Parameters = null,
    JsonElement? Arguments = null,
    [property: MaxLength(32)] string? Account = null)
{
    public static async ValueTask<ExecuteRequest?> BindAsync(HttpContext context)
    {
        var body = await JsonBody.ReadAsync(context);
        var (action, parameters) = RunBody.Read(body, mayBeInside: false, AccountOfRequest.QueryName);
        return new(action, parameters, Account: AccountOfRequest.NameIn(body));
    }

    public ExecuteInOrganizationCommand ToCommand(Caller caller, OrganizationOfRequest organization, string tool, string? key) =>
        new(caller, organization.Id, tool, Action, Parameters ?? default, key, Account);
}

/// <param name="Runs">1 to 100; each is executed as if it stood alone.</param>
[LimitsOf(typeof(ExecuteBatchCommand))]
internal sealed record BatchRequest(IReadOnlyList<BatchRunRequest> Runs)
{
    /// <summary>The runs; the framework lets null through between the brackets of a list.</summary>
    /// <exception cref="InvalidRequestException">One of them is null.</exception>
    public IReadOnlyList<BatchRunRequest> Checked()
    {
        var at = Runs.TakeWhile(run => run is not null).Count();
        return at == Runs.Count ? Runs : throw new InvalidRequestException(RequestErrors.Invalid(
            "A run of the batch is null", new Problem($"/runs/{at}", "must not be null") { Rule = ProblemRule.Missing }));
    }

    /// <exception cref="InvalidRequestException">Parameters are no object.</exception>
    public ExecuteBatchCommand ToCommand(Caller caller, OrganizationOfRequest organization) => new(
        [.. Runs.Select((run, index) => new ExecuteInOrganizationCommand(
            caller, organization.Id, run.ToolName, run.Action,
            RunBody.ParametersOf(run.Parameters, run.Arguments, $"/runs/{index}"), run.IdempotencyKey, run.Account))]);
}

/// <param name="IdempotencyKey">As the header of a single run; left out for none.</param>
/// <param name="Arguments">The parameters under the name that models give them; one of the two.</param>
/// <param name="Account">Which of the user's accounts of the tool; the default one without it.</param>
internal sealed record BatchRunRequest(
    [property: MaxLength(64)] string ToolName,
    [property: MaxLength(128)] string Action,
    JsonElement? Parameters = null,
    [property: MaxLength(255)] string? IdempotencyKey = null,
    JsonElement? Arguments = null,
    [property: MaxLength(32)] string? Account = null);

/// <summary>What execute answers; written by hand around the tool's own JSON.</summary>
internal sealed record ExecuteResponse(
    bool Success,
    string ToolName,
    string Action,
    OrganizationId OrganizationId,
    RunResultBody Result);

/// <param name="Data">The tool's answer: any JSON; for text <c>{content_type, text}</c>, for other content <c>{content_type, base64}</c>.</param>
/// <param name="TotalCount">How many items the answer has; only where it is a list.</param>
/// <param name="StartTime">ISO 8601 in UTC.</param>
/// <param name="EndTime">ISO 8601 in UTC.</param>
internal sealed record RunResultBody(
    bool Success,
    JsonElement? Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? TotalCount,
    DateTimeOffset StartTime,
    DateTimeOffset EndTime);

/// <param name="Results">In the order of the request.</param>
internal sealed record BatchResponse(
    bool Success,
    OrganizationId OrganizationId,
    IReadOnlyList<BatchItemResponse> Results,
    int Total,
    int Succeeded,
    int Failed)
{
    public static BatchResponse Of(IReadOnlyList<Result<RunView>> outcomes, BatchRequest request, OrganizationId organization,
        ISurface surface) => new(
        true,
        organization,
        [.. outcomes.Zip(request.Runs, (outcome, run) => BatchItemResponse.Of(outcome, run, surface))],
        outcomes.Count,
        outcomes.Count(outcome => outcome.Error is null),
        outcomes.Count(outcome => outcome.Error is not null));
}

/// <param name="Status">The HTTP status that the run would have had alone.</param>
/// <param name="Result">Absent for one that failed.</param>
/// <param name="Error">Absent for one that went well.</param>
internal sealed record BatchItemResponse(
    bool Success,
    int Status,
    string ToolName,
    string Action,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RunResultBody? Result,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ModuleXErrorFacts? Error)
{
    public static BatchItemResponse Of(Result<RunView> outcome, BatchRunRequest asked, ISurface surface)
    {
        if (outcome.Failed(out var error, out var run))
        {
            var status = ErrorStatus.Of(error, surface);
            return new(false, status, asked.ToolName, asked.Action, null, error.ToFacts(status));
        }
        var data = JsonElement.Parse(run.Content.ToUtf8().Span);
        var count = data.ValueKind == JsonValueKind.Array ? data.GetArrayLength() : (int?)null;
        return new(true, StatusCodes.Status200OK, run.Tool, run.Action, new(true, data, count, run.StartedAt, run.StartedAt + run.Duration), null);
    }
}
