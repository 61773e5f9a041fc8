using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using ModuleX.Application.Pipeline;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Runs.Hosts;
using ModuleX.Infrastructure.Runs.Requests;

namespace ModuleX.Infrastructure.Runs.Answers;

/// <summary>Turns an answer into the run's content, or into the error that it means.</summary>
internal static class AnswerReader
{
    public static Result<RunContent> Read(ActionPlan plan, ActionCall call, Answer answer, DateTimeOffset now)
    {
        if (!answer.IsSuccess) return ReadFailure(plan, call, answer, now);
        if (plan.ReadsSuccess && answer.Body.Length > 0) return ReadJudged(plan, call, answer, now);
        if (plan.JudgesSuccess && ErrorRules.FirstMatch(plan.Action.Errors, answer, null) is { } rule)
            return UpstreamErrors.ByRule(plan.Tool.Name, rule, answer, null, MaskOf(call), now);
        if (answer.Body.Length == 0) return ReadNothing(plan, answer);
        return PassThrough(plan, answer);
    }

    private static Error ReadFailure(ActionPlan plan, ActionCall call, Answer answer, DateTimeOffset now)
    {
        // A body that was cut is no JSON any more: the status and the headers decide.
        using var document = answer.IsTruncated ? null : AnswerContent.Parse(AnswerContent.Utf8Of(answer));
        var error = ErrorRules.FirstMatch(plan.Action.Errors, answer, document?.RootElement) is { } rule
            ? UpstreamErrors.ByRule(plan.Tool.Name, rule, answer, document?.RootElement, MaskOf(call), now)
            : UpstreamErrors.ByStatus(plan.Tool.Name, answer, MaskOf(call), now);
        // A refusal whose reason can't be read is no help to the caller; a status that says enough by itself (401, 429, 5xx) keeps its meaning.
        return error.Code == RunErrors.RefusedCode && !answer.IsTruncated && AnswerContent.IsGarbled(answer)
            ? RunErrors.UnexpectedContent(plan.Tool.Name, "text that is not Unicode")
                .With(RunErrors.UpstreamStatusDetail, error.Details[RunErrors.UpstreamStatusDetail])
            : error;
    }

    /// <summary>A success that has to be looked at: some services say every failure with 200.</summary>
    private static Result<RunContent> ReadJudged(ActionPlan plan, ActionCall call, Answer answer, DateTimeOffset now)
    {
        var tool = plan.Tool.Name;
        var rules = plan.Action.Response;
        var utf8 = AnswerContent.Utf8Of(answer);
        using var document = AnswerContent.Parse(utf8);
        if (ErrorRules.FirstMatch(plan.Action.Errors, answer, document?.RootElement) is { } rule)
            return UpstreamErrors.ByRule(tool, rule, answer, document?.RootElement, MaskOf(call), now);
        if (document is null)
            return rules is { AcceptsAnyContent: true, Success: null } ? AnswerContent.Any(answer)
                : RunErrors.UnexpectedContent(tool, AnswerContent.Describe(answer));
        var root = document.RootElement;
        if (rules.Success is { } success && !(success.Path.First(root) is { } found && JsonElement.DeepEquals(found, success.ExpectedValue)))
            return UpstreamErrors.NoSuccess(tool, success, answer, root, MaskOf(call));
        return new RunContent.Json(rules.Select is { } select ? Select(select, root) : utf8!.Value);
    }

    /// <summary>204 says that it is done, and that there is nothing to look at.</summary>
    private static Result<RunContent> ReadNothing(ActionPlan plan, Answer answer) =>
        plan.Action.Response.Success is null || answer.Status == 204 ? new RunContent.None() : RunErrors.UnexpectedContent(plan.Tool.Name, "nothing");

    private static Result<RunContent> PassThrough(ActionPlan plan, Answer answer)
    {
        if (plan.Action.Response.AcceptsAnyContent) return AnswerContent.Any(answer);
        // The content type is not asked: services send JSON as text/javascript and HTML as application/json.
        if (AnswerContent.Utf8Of(answer) is { } utf8 && JsonText.IsValid(utf8.Span)) return new RunContent.Json(utf8);
        return RunErrors.UnexpectedContent(plan.Tool.Name, AnswerContent.Describe(answer));
    }

    /// <summary>The value at the path, or null; a list of the values for a path that can meet several.</summary>
    private static ReadOnlyMemory<byte> Select(JsonPath path, JsonElement root)
    {
        if (path.IsSingular) return path.First(root) is { } found ? JsonMarshal.GetRawUtf8Value(found).ToArray() : "null"u8.ToArray();
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var found in path.All(root)) writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(found), skipInputValidation: true);
            writer.WriteEndArray();
        }
        return buffer.WrittenMemory;
    }

    private static SecretMask MaskOf(ActionCall call) => new(call.Tool, call.Credential);
}
