using System.Text.Json;
using ModuleX.Api.Hosting;
using ModuleX.Application.Access;
using ModuleX.Application.Runs;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Between the wire records of runs and lists of tools and the use cases.</summary>
internal static class RunMapping
{
    private const int LongestDescription = 1024;

    public static ExecuteInOrganizationCommand ToCommand(
        this ExecuteRequest request, Caller caller, OrganizationOfRequest organization, string tool, string? key) =>
        new(caller, organization.Id, tool, request.Action, request.Parameters ?? default, key);

    /// <summary>The runs; the framework lets null through between the brackets of a list.</summary>
    /// <exception cref="InvalidRequestException">One of them is null.</exception>
    public static IReadOnlyList<BatchRunRequest> Checked(this BatchRequest request)
    {
        var at = request.Runs.TakeWhile(run => run is not null).Count();
        return at == request.Runs.Count ? request.Runs : throw new InvalidRequestException(RequestErrors.Invalid(
            "A run of the batch is null", new Problem($"/runs/{at}", "must not be null") { Rule = ProblemRule.Missing }));
    }

    /// <exception cref="InvalidRequestException">Parameters are no object.</exception>
    public static ExecuteBatchCommand ToCommand(this BatchRequest request, Caller caller, OrganizationOfRequest organization) => new(
        [.. request.Runs.Select((run, index) => new ExecuteInOrganizationCommand(
            caller, organization.Id, run.ToolName, run.Action,
            RunBody.ParametersOf(run.Parameters, run.Arguments, $"/runs/{index}"), run.IdempotencyKey))]);

    public static BatchResponse ToWire(this IReadOnlyList<Result<RunView>> outcomes, BatchRequest request, OrganizationId organization,
        ISurface surface) => new(
        true,
        organization.ToString(),
        [.. outcomes.Zip(request.Runs, (outcome, run) => ToWire(outcome, run, surface))],
        outcomes.Count,
        outcomes.Count(outcome => outcome.Error is null),
        outcomes.Count(outcome => outcome.Error is not null));

    public static AvailableToolsResponse ToAvailable(this IReadOnlyList<OrganizationToolView> tools, OrganizationId organization) => new(
        true,
        organization.ToString(),
        [.. tools.Select(view => view.Tool.Tool).Select(tool => new AvailableTool(
            tool.Name, tool.DisplayName, tool.Description, tool.Version, tool.Author, tool.Categories, tool.Logo,
            [.. tool.Actions.Select(action => new AvailableAction(action.Name, action.Description))]))],
        tools.Count);

    public static MyToolsResponse ToMine(this IReadOnlyList<OrganizationToolView> tools, Caller caller, OrganizationId organization) => new(
        true,
        caller.User.ToString(),
        organization.ToString(),
        [.. tools.Select(view => new MyTool(
            view.Tool.Tool.Name, view.Tool.Tool.DisplayName, view.Tool.IsAuthenticated, view.Tool.IsActive, view.Tool.Tool.Auth[0].WireName, view.LastUsedAt,
            [.. view.Tool.Actions.Select(action => new OwnActionResponse(action.Action.Name, action.Action.Description, action.IsActive))]))],
        tools.Count);

    public static FunctionsResponse ToWire(this IReadOnlyList<FunctionView> functions, Caller caller, OrganizationId organization) => new(
        true,
        caller.User.ToString(),
        organization.ToString(),
        [.. functions.Select(function => new FunctionTool("function", new(function.Name, DescriptionOf(function), function.Parameters)))],
        functions.Count);

    public static AnthropicToolsResponse ToAnthropic(this IReadOnlyList<FunctionView> functions, Caller caller, OrganizationId organization) => new(
        true,
        caller.User.ToString(),
        organization.ToString(),
        [.. functions.Select(function => new AnthropicTool(function.Name, DescriptionOf(function), function.Parameters))],
        functions.Count);

    /// <summary>As long as OpenAI takes it.</summary>
    private static string DescriptionOf(FunctionView function) => ShortText.Of($"{function.Tool.DisplayName}: {function.Description}", LongestDescription);

    private static BatchItemResponse ToWire(Result<RunView> outcome, BatchRunRequest asked, ISurface surface)
    {
        if (outcome.Failed(out var error, out var run))
        {
            var status = ErrorStatus.Of(error, surface);
            return new(false, status, asked.ToolName, asked.Action, null, error.ToFacts(status));
        }
        var data = JsonElement.Parse(run.Content.ToUtf8().Span);
        var count = data.ValueKind == JsonValueKind.Array ? data.GetArrayLength() : (int?)null;
        return new(true, StatusCodes.Status200OK, run.Tool, run.Action, new(true, data, count, run.StartedAt, (run.StartedAt + run.Duration)), null);
    }
}
