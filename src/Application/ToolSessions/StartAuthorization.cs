using System.Collections.Immutable;
using ModuleX.Application.Catalog;
using ModuleX.Application.ConnectLinks;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Begins to connect a tool without typing in a credential: OAuth 2.0 gives a URL for the person, a manual tool is connected at once.</summary>
/// <param name="Fields">Connection fields of a self-hosted tool; empty otherwise.</param>
public sealed record StartAuthorizationCommand(AccountReference Session, CredentialValues Fields) : ICommand<AuthorizationView>
{
    /// <summary>Which of the tool's ways to connect, by its name; null for the first that needs nothing typed in.</summary>
    public string? Scheme { get; init; }

    /// <summary>Scopes that are wanted besides those that are always asked for.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];
}

/// <summary>What became of <see cref="StartAuthorizationCommand"/>.</summary>
/// <param name="Redirect">Where the person goes; null when the tool is connected already.</param>
public sealed record AuthorizationView(AuthorizationStarted? Redirect);

internal sealed class StartAuthorizationHandler(
    IToolCatalog catalog, AccountChoice accounts, IToolSessions sessions, AuthorizationRequest authorization, ConnectLinkMaker links,
    DirectCredentials direct)
    : ICommandHandler<StartAuthorizationCommand, AuthorizationView>
{
    public async Task<Result<AuthorizationView>> Handle(StartAuthorizationCommand command, CancellationToken cancellationToken)
    {
        if (catalog.FindTool(command.Session.Tool).Failed(out var error, out var tool)) return error;
        if ((await accounts.OwnAsync(command.Session, cancellationToken)).Failed(out error, out var id)) return error;
        if (command.Scheme is { } name && tool.Auth.All(one => one.Name != name)) return AuthorizationErrors.SchemeUnknown(tool, name);
        if (tool.FindStartable(command.Scheme) is not { } scheme) return AuthorizationErrors.NeedsCredentials(tool);
        var wanted = command.Scopes.RemoveRange(scheme.OAuth?.Scopes ?? []).Distinct().ToImmutableArray();
        if (wanted.RemoveRange(scheme.OAuth?.OptionalScopes ?? []) is { IsEmpty: false } unknown)
            return AuthorizationErrors.ScopesUnknown(tool, scheme, unknown);
        if (CredentialForm.Read(tool, scheme, tool.ConnectionFields, command.Fields).Failed(out error, out var fields)) return error;
        if (scheme.Kind == AuthKind.OAuth2) return await RedirectAsync(id, tool, scheme, fields, wanted, cancellationToken);

        if ((await direct.FromToolAsync(id, tool, scheme, fields, cancellationToken)).Failed(out error, out var made)) return error;
        if ((await sessions.ConnectAsync(id, made.Credential, made.Label, cancellationToken)).Failed(out error, out _)) return error;
        return new AuthorizationView(null);
    }

    private async Task<Result<AuthorizationView>> RedirectAsync(
        ToolSessionId id, ToolDefinition tool, AuthScheme scheme, CredentialValues fields, ImmutableArray<string> scopes,
        CancellationToken cancellationToken)
    {
        if ((await direct.CheckAddressesAsync(tool, scheme, fields, cancellationToken)).Failed(out var error, out _)) return error;
        if (links.IsWanted)
        {
            // The page asks for the fields, if any; the link's id stands for a state that the caller never sees come back.
            return (await links.MakeAsync(id, cancellationToken)).Failed(out error, out var made) ? error
                : new AuthorizationView(new AuthorizationStarted(made.Url, made.Made.Link.Id.ToString()));
        }
        return (await authorization.BeginAsync(id, tool, scheme, fields, scopes, cancellationToken)).Failed(out error, out var started) ? error
            : new AuthorizationView(started);
    }
}
