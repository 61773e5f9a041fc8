using System.Text;
using ModuleX.Application.Runs;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Tests.Fakes;

/// <summary>Plays the tools: answers in the order in which a test says it, the last answer for ever.</summary>
internal sealed class ScriptedRunner : IActionRunner
{
    private readonly Queue<Result<RunContent>> _answers = new();
    private Result<RunContent> _last = new RunContent.Json(Encoding.UTF8.GetBytes("[]"));

    public List<ActionCall> Calls { get; } = [];

    /// <summary>The credentials that were to be verified.</summary>
    public List<CredentialValues> Verified { get; } = [];

    /// <summary>What the service says to that: what it calls the account, or an error.</summary>
    public Result<string?> Verification { get; set; } = (string?)null;

    /// <summary>Gives the bug that a call meets; null for none.</summary>
    public Func<ActionCall, Exception?>? Fault { get; set; }

    public void Answers(params ReadOnlySpan<Result<RunContent>> answers)
    {
        foreach (var answer in answers) _answers.Enqueue(answer);
    }

    public Task<Result<RunContent>> RunAsync(ActionCall call, CancellationToken cancellationToken)
    {
        Calls.Add(call);
        if (Fault?.Invoke(call) is { } fault) throw fault;
        if (_answers.TryDequeue(out var answer)) _last = answer;
        return Task.FromResult(_last);
    }

    /// <summary>Requests are the real one's.</summary>
    public Result<RequestPreview> Preview(ActionCall call) => throw new NotSupportedException();

    public Task<Result<string?>> VerifyAsync(ToolDefinition tool, AuthScheme scheme, CredentialValues credential, CancellationToken cancellationToken)
    {
        Verified.Add(credential);
        return Task.FromResult(Verification);
    }
}
