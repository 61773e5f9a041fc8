using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Runs;

/// <summary>Makes the HTTP request of an action and reads the answer.</summary>
public interface IActionRunner
{
    /// <summary>
    /// Errors are those of <see cref="RunErrors"/>. <see cref="RunErrors.InvalidCredentialsCode"/> means that the service refused the credential and
    /// did nothing.
    /// </summary>
    Task<Result<RunContent>> RunAsync(ActionCall call, CancellationToken cancellationToken);

    /// <summary>The request that <see cref="RunAsync"/> would send first, without its secrets.</summary>
    Result<RequestPreview> Preview(ActionCall call);

    /// <summary>Sends the tool's verification request. Only <see cref="RunErrors.InvalidCredentialsCode"/> says that the credential is bad.</summary>
    /// <returns>What the service calls the account (<see cref="AccountLabel.Text"/>); null where it does not say, or the tool has no such request.</returns>
    Task<Result<string?>> VerifyAsync(ToolDefinition tool, AuthScheme scheme, CredentialValues credential, CancellationToken cancellationToken);
}

/// <summary>One execution as the runner gets it: everything was checked.</summary>
/// <param name="Credential">Opened; not kept after the call.</param>
/// <param name="Permit">Asked right before each request is written; null where nothing can take the right to send away.</param>
public sealed record ActionCall(
    ToolDefinition Tool, ActionDefinition Action, ActionArguments Arguments, AuthScheme Scheme, CredentialValues Credential, SendPermit? Permit = null)
{
    /// <summary>Sent in place of the action's request, and answered with <see cref="RunContent.Answered"/>; null for an action.</summary>
    public RawRequest? Raw { get; init; }
}
