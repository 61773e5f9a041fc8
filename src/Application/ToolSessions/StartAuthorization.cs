using System.Collections.Immutable;
using ModuleX.Application.Catalog;
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
    IToolCatalog catalog, AccountChoice accounts, IToolSessions sessions, AuthorizationRequest authorization, IAuthorizationServer server,
    CredentialFactory credentials, CredentialForm form)
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
        if ((await form.CheckAddressesAsync(tool, scheme, fields, cancellationToken)).Failed(out error, out _)) return error;

        if (scheme.Kind == AuthKind.OAuth2)
        {
            if ((await authorization.BeginAsync(id, tool, scheme, fields, wanted, cancellationToken)).Failed(out error, out var started)) return error;
            return new AuthorizationView(started);
        }

        var grant = TokenGrant.Nothing;
        if (scheme.Kind == AuthKind.Manual)
        {
            if (scheme.AuthUrl is null) return AuthorizationErrors.AuthUrlMissing(tool.Name);
            if ((await server.RequestManualAsync(new(tool, scheme, null, fields), id.Owner.Name, cancellationToken)).Failed(out error, out grant)) return error;
        }
        var credential = await credentials.MakeAsync(id, scheme, fields, grant, cancellationToken);
        if ((await sessions.ConnectAsync(id, credential, cancellationToken)).Failed(out error, out _)) return error;
        return new AuthorizationView(null);
    }
}
