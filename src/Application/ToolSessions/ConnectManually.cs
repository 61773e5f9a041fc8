using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
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
    IToolCatalog catalog, AccountChoice accounts, IToolSessions sessions, DirectCredentials direct, ToolSessionRecords records)
    : ICommandHandler<ConnectManuallyCommand, ConnectedView>
{
    public async Task<Result<ConnectedView>> Handle(ConnectManuallyCommand command, CancellationToken cancellationToken)
    {
        if (catalog.FindTool(command.Session.Tool).Failed(out var error, out var tool)) return error;
        if ((await accounts.OwnAsync(command.Session, cancellationToken)).Failed(out error, out var id)) return error;
        if (Choose(tool, command.Credentials).Failed(out error, out var choice)) return error;
        if ((await direct.FromValuesAsync(id, tool, choice.Scheme, choice.Values, cancellationToken)).Failed(out error, out var made)) return error;
        if ((await sessions.ConnectAsync(id, made.Credential, made.Label, cancellationToken)).Failed(out error, out _)) return error;
        await records.WriteAsync(id, ToolSessionRecords.Connected, null, CancellationToken.None);
        return new ConnectedView(made.Untried);
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
