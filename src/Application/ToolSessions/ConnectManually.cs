using Microsoft.Extensions.Options;
using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Connects a tool with values that a person typed in. The first scheme of the manifest whose fields they fill is taken.</summary>
public sealed record ConnectManuallyCommand(AccountReference Session, CredentialValues Credentials) : ICommand<ConnectedView>;

/// <summary>A connection that was made.</summary>
/// <param name="Untried">Why the service could not say whether the credentials are good; null where it did, or where it is not asked.</param>
public sealed record ConnectedView(Error? Untried);

internal sealed class ConnectManuallyHandler(
    IToolCatalog catalog, AccountChoice accounts, IToolSessions sessions, IAuthorizationServer server, IActionRunner runner,
    CredentialFactory credentials, GrantCompletion completion, CredentialForm form, ToolSessionRecords records,
    IOptions<ConnectionOptions> options)
    : ICommandHandler<ConnectManuallyCommand, ConnectedView>
{
    public async Task<Result<ConnectedView>> Handle(ConnectManuallyCommand command, CancellationToken cancellationToken)
    {
        if (catalog.FindTool(command.Session.Tool).Failed(out var error, out var tool)) return error;
        if ((await accounts.OwnAsync(command.Session, cancellationToken)).Failed(out error, out var id)) return error;
        if (Choose(tool, command.Credentials).Failed(out error, out var choice)) return error;
        var (scheme, values) = choice;
        if ((await form.CheckAddressesAsync(tool, scheme, values, cancellationToken)).Failed(out error, out _)) return error;

        var grant = TokenGrant.Nothing;
        if (scheme.IsExchanged)
        {
            var target = AuthorizationTarget.OfTyped(tool, scheme, values);
            if ((await server.RequestTokenAsync(target, cancellationToken)).Failed(out error, out grant))
                return error.Code == AuthorizationErrors.GrantRefusedCode ? AuthorizationErrors.CredentialsRefused(tool.DisplayName) : error;
            if ((await completion.CompleteAsync(id, target, grant, CancellationToken.None)).Failed(out error, out grant)) return error;
        }
        // Only a clear refusal counts: a person can connect a tool that is down for a moment. The answer has a warning then.
        var untried = options.Value.VerifyCredentials ? (await runner.VerifyAsync(tool, scheme, values.Merge(grant.Values), cancellationToken)).Error : null;
        if (untried is { Code: RunErrors.InvalidCredentialsCode }) return AuthorizationErrors.CredentialsRefused(tool.DisplayName);
        var credential = await credentials.MakeAsync(id, scheme, values, grant, cancellationToken);
        if ((await sessions.ConnectAsync(id, credential, cancellationToken)).Failed(out error, out _)) return error;
        await records.WriteAsync(id, ToolSessionRecords.Connected, null, CancellationToken.None);
        return new ConnectedView(untried);
    }

    private static Result<(AuthScheme Scheme, CredentialValues Values)> Choose(ToolDefinition tool, CredentialValues sent)
    {
        Error? first = null;
        foreach (var scheme in tool.Auth.Where(scheme => scheme.Kind != AuthKind.OAuth2))
        {
            if (!CredentialForm.Read(tool, scheme, tool.ConnectionFields.AddRange(scheme.Fields), sent).Failed(out var error, out var values))
                return (scheme, values);
            first ??= error;
        }
        return first
            ?? AuthorizationErrors.CredentialsIncomplete(
                tool, [new Problem("", $"{tool.DisplayName} is connected by OAuth only; begin at /auth/url/{tool.Name}")]);
    }
}
