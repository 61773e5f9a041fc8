using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ModuleX.Application.Identity;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.JsonSchema;
using ModuleX.Infrastructure.Runs.Answers;
using ModuleX.Infrastructure.Runs.Hosts;
using ModuleX.Infrastructure.Runs.Requests;

namespace ModuleX.Infrastructure.Runs;

/// <summary>Runs an action: plan, request, credential, sending, answer.</summary>
internal sealed class HttpActionRunner(ActionSender sender, ISecurityLog securityLog, IOptions<RunOptions> options, TimeProvider time) : IActionRunner
{
    private static readonly ConditionalWeakTable<ToolDefinition, ActionDefinition> Verifications = [];

    private readonly RunOptions _options = options.Value;

    public Task<Result<RunContent>> RunAsync(ActionCall call, CancellationToken cancellationToken) =>
        call.Raw is { } raw ? SendRawAsync(call, raw, cancellationToken) : RunActionAsync(call, cancellationToken);

    private async Task<Result<RunContent>> RunActionAsync(ActionCall call, CancellationToken cancellationToken)
    {
        var plan = ActionPlan.Of(call.Tool, call.Action);
        if (ServerOf(plan, call).Failed(out var error, out var server)) return error;
        if (AppliedCredential.Of(call.Scheme, call.Credential) is not { } credential) return RunErrors.InvalidCredentials(call.Tool.Name);
        if (RequestBuilder.Build(plan, call, server, credential, time.GetUtcNow()).Failed(out error, out var request)) return error;

        var action = call.Action;
        var rules = new SendingRules(
            action.Behaviour.IsIdempotent,
            Math.Min(action.MaxAttempts ?? _options.MaxAttempts, RetryPolicy.HighestMaxAttempts),
            action.Response.MaxBytes ?? _options.MaxResponseBytes);
        using var deadline = new Deadline(action.Timeout ?? _options.DefaultTimeout, time, cancellationToken) { Permit = call.Permit };
        var exchange = await sender.SendAsync(call.Tool, server, request, credential, rules, deadline);
        // The first try took it away and its answer was lost: what was asked for is done.
        if (exchange is { MayBeDone: true, Answer.Status: 404 or 410 } && request.Method == HttpMethod.Delete) return new RunContent.None();
        if (exchange.Refusal is { } refusal) return refusal;
        if (exchange.Answer is not { } answer) return ErrorOf(call.Tool.Name, exchange, rules, deadline);
        var isHandedOn = false;
        try
        {
            if (AnswerReader.Read(plan, call, answer, time.GetUtcNow()).Failed(out error, out var content)) return error;
            isHandedOn = true;
            return answer.Memory is null ? content : content with { Memory = answer.Memory };
        }
        finally
        {
            if (!isHandedOn) answer.Memory?.Dispose();
        }
    }

    public Result<RequestPreview> Preview(ActionCall call)
    {
        var plan = ActionPlan.Of(call.Tool, call.Action);
        if (ServerOf(plan, call).Failed(out var error, out var server)) return error;
        if (AppliedCredential.Of(call.Scheme, call.Credential) is not { } credential) return RunErrors.InvalidCredentials(call.Tool.Name);
        return RequestBuilder.Build(plan, call, server, credential.Masked(), time.GetUtcNow()).Failed(out error, out var request)
            ? error : request.Preview(new SecretMask(call.Tool, call.Credential));
    }

    public async Task<Result<string?>> VerifyAsync(
        ToolDefinition tool, AuthScheme scheme, CredentialValues credential, CancellationToken cancellationToken)
    {
        if (tool.Verification is not { } verification) return (string?)null;
        var action = Verifications.GetValue(tool, VerificationOf);
        var call = new ActionCall(tool, action, ActionArguments.Read(tool.Name, action, default).Required(), scheme, credential);
        if ((await RunAsync(call, cancellationToken)).Failed(out var error, out var content)) return error;
        using (content.Memory) return AnsweredLabel.Find(verification.Label, content, SecretMask.OfSecrets(tool, scheme, credential));
    }

    private async Task<Result<RunContent>> SendRawAsync(ActionCall call, RawRequest raw, CancellationToken cancellationToken)
    {
        if (call.Tool.Server.Url.Fill(call.Credential) is not { } server) return RunErrors.AddressInvalid(call.Tool.Name);
        if (AppliedCredential.Of(call.Scheme, call.Credential) is not { } credential) return RunErrors.InvalidCredentials(call.Tool.Name);
        if (RawRequestBuilder.Build(call, raw, server, credential).Failed(out var error, out var request)) return error;
        var rules = new SendingRules(raw.IsSafe, _options.MaxAttempts, _options.MaxResponseBytes);
        using var deadline = new Deadline(_options.DefaultTimeout, time, cancellationToken) { Permit = call.Permit };
        var exchange = await sender.SendAsync(call.Tool, server, request, credential, rules, deadline);
        if (exchange.Refusal is { } refusal) return refusal;
        return exchange.Answer is { } answer ? RawAnswerReader.Read(call, answer) : ErrorOf(call.Tool.Name, exchange, rules, deadline);
    }

    private Result<Uri> ServerOf(ActionPlan plan, ActionCall call)
    {
        if (call.Tool.Server.Url.Fill(call.Credential) is not { } server) return RunErrors.AddressInvalid(call.Tool.Name);
        if (plan.Request.Server is not { } template) return server;
        if (template.Fill(call.Credential) is not { } other) return RunErrors.AddressInvalid(call.Tool.Name);
        // The manifest's reader checks constant addresses; one with a connection field in it is known only now.
        if (RedirectRules.AllowsHost(call.Tool, server, other)) return other;
        securityLog.EgressRefused(other.IdnHost, "not in allowed_hosts");
        return RunErrors.HostNotAllowed(call.Tool.Name, other.IdnHost);
    }

    private static Error ErrorOf(string tool, Exchange exchange, SendingRules rules, Deadline deadline) => exchange.Failure switch
    {
        ExchangeFailure.Deadline => RunErrors.Deadline(tool, deadline.Duration),
        ExchangeFailure.TooLarge => RunErrors.TooLarge(tool, rules.MaxBytes),
        ExchangeFailure.Malformed => RunErrors.UnexpectedContent(tool, "something malformed"),
        ExchangeFailure.EgressRefused => RunErrors.EgressRefused(tool, exchange.Reason),
        ExchangeFailure.HostNotAllowed => RunErrors.HostNotAllowed(tool, exchange.Reason),
        ExchangeFailure.Busy => RunErrors.Busy(tool),
        ExchangeFailure.CircuitOpen => RunErrors.CircuitOpen(tool, exchange.RetryAfter ?? TimeSpan.Zero),
        _ => RunErrors.Unreachable(tool, exchange.Reason),
    };

    /// <summary>The verification as an action without parameters.</summary>
    private static ActionDefinition VerificationOf(ToolDefinition tool) => new()
    {
        Name = "verification",
        Title = "Verification",
        Description = "Shows whether the credential is good.",
        Parameters = CompiledSchema.Compile(JsonElement.Parse("""{"type":"object","properties":{}}""")).Required(),
        Request = new RequestTemplate { Method = tool.Verification!.Method, Path = new PathTemplate(tool.Verification.Path), Parameters = [] },
        Behaviour = new ActionBehaviour(IsReadOnly: true, IsDestructive: false, IsIdempotent: true, NeedsApproval: false),
        Response = tool.Response with { AcceptsAnyContent = true, Select = null },
        Errors = tool.Errors,
    };
}
