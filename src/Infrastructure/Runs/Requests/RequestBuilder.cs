using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ModuleX.Application.Runs;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>Makes the request of one call out of the action's plan, the arguments and the credential.</summary>
internal static class RequestBuilder
{
    /// <param name="server">The base that the path is put behind.</param>
    public static Result<OutgoingRequest> Build(ActionPlan plan, ActionCall call, Uri server, AppliedCredential credential, DateTimeOffset now)
    {
        var url = credential.Query.IsEmpty ? plan.ConstantUrl : null;
        if (url is null && TryMakeUrl(plan, call.Arguments, server, credential, out url) is { } problem) return Invalid(plan, problem);
        if (TryMakeHeaders(plan, call.Arguments, credential, out var headers) is { } fault) return Invalid(plan, fault);
        Payload? body = null;
        if (plan.Body?.TryWrite(call.Arguments, now, out body) is { } wrong) return Invalid(plan, wrong);
        if (body is not null && plan.ContentType is { } contentType) body = body with { ContentType = contentType };
        return new OutgoingRequest(plan.Method, url!, plan.Headers, headers, body) { PathTemplate = plan.PathTemplate };
    }

    private static Problem? TryMakeUrl(ActionPlan plan, ActionArguments arguments, Uri server, AppliedCredential credential, out Uri? url)
    {
        url = null;
        var text = new StringBuilder(server.AbsoluteUri, 256);
        if (text[^1] == '/') text.Length--;
        if (!plan.Request.Path.TryFill(text, name => PathValueOf(plan, arguments, name), out var refused))
        {
            var parameter = plan.PathPlacements.TryGetValue(refused!, out var placement) ? placement.Parameter : refused!;
            return ParameterText.ProblemOf(parameter, "goes into the path of a URL and must be there, not empty, and without the segments . and ..");
        }
        var separator = plan.Query.AppendTo(text, arguments, plan.QuerySeparator);
        foreach (var (name, value) in credential.Query)
        {
            text.Append(separator);
            ParameterText.AppendPair(text, name, value);
            separator = '&';
        }
        // Uri leaves %2F and %5C alone, and there are no dots to resolve: what was encoded as one segment arrives as one.
        url = new Uri(text.ToString());
        return null;
    }

    private static string? PathValueOf(ActionPlan plan, ActionArguments arguments, string name)
    {
        var placement = plan.PathPlacements.GetValueOrDefault(name);
        if (!arguments.TryGet(placement?.Parameter ?? name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        var text = ParameterText.Of(value);
        return placement is null ? text : ParameterText.Wrap(placement, text);
    }

    private static Problem? TryMakeHeaders(
        ActionPlan plan, ActionArguments arguments, AppliedCredential credential, out ImmutableArray<KeyValuePair<string, string>> headers)
    {
        headers = credential.Headers;
        if (plan.HeaderPlacements.IsEmpty) return null;
        var all = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var placement in plan.HeaderPlacements)
        {
            if (!arguments.TryGet(placement.Parameter, out var value) || value.ValueKind == JsonValueKind.Null) continue;
            var text = ParameterText.Wrap(placement, ParameterText.Of(value));
            if (HeaderText.ProblemOf(text) is { } problem) return ParameterText.ProblemOf(placement.Parameter, problem);
            all.Add(new(placement.TargetName, text));
        }
        all.AddRange(credential.Headers);
        headers = all.DrainToImmutable();
        return null;
    }

    private static Error Invalid(ActionPlan plan, Problem problem) => RunErrors.ParametersInvalid(plan.Tool.Name, plan.Action.Name, [problem]);
}
