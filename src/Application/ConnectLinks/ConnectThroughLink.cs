using System.Collections.Immutable;
using ModuleX.Application.Catalog;
using ModuleX.Application.Messaging;
using ModuleX.Application.ToolSessions;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.ConnectLinks;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ConnectLinks;

/// <summary>Connects a tool through a link that belongs to this browser: with typed values, or by a service's own page.</summary>
/// <param name="Person">The person who is signed in; null if there is none.</param>
/// <param name="Way">The id of the auth scheme; null for the tool's first.</param>
/// <param name="Values">Of the form, by field name.</param>
public sealed record ConnectThroughLinkCommand(string Token, string? Browser, UserId? Person, string Tool, string? Way, CredentialValues Values)
    : ICommand<ConnectedThroughLinkView>
{
    /// <summary>What a person is asked for. A service's own page asks for the credential itself, and a tool that hands one out needs none.</summary>
    public static ImmutableArray<CredentialField> FieldsOf(ToolDefinition tool, AuthScheme scheme) =>
        scheme.Kind == AuthKind.OAuth2 || IsHandedOut(scheme) ? tool.ConnectionFields : tool.ConnectionFields.AddRange(scheme.Fields);

    internal static bool IsHandedOut(AuthScheme scheme) => scheme is { Kind: AuthKind.Manual, AuthUrl: not null };

    public override string ToString() => $"{nameof(ConnectThroughLinkCommand)} {Tool}";
}

/// <summary>What became of it.</summary>
/// <param name="ServiceUrl">Where the person goes to agree; null when the tool is connected, or held for the application, already.</param>
public sealed record ConnectedThroughLinkView(string? ServiceUrl)
{
    public override string ToString() => "***";
}

internal sealed class ConnectThroughLinkHandler(
    IToolCatalog catalog, ConnectableTools connectable, LinkedConnections connections, AuthorizationRequest authorization, DirectCredentials direct,
    IRevocationQueue revocations) : ICommandHandler<ConnectThroughLinkCommand, ConnectedThroughLinkView>
{
    public async Task<Result<ConnectedThroughLinkView>> Handle(ConnectThroughLinkCommand command, CancellationToken cancellationToken)
    {
        var use = new LinkUse(command.Token, command.Browser);
        if ((await connections.AdmitAsync(use, cancellationToken)).Failed(out var error, out var link)) return error;
        if (OpenConnectLinkHandler.AccessOf(link, command.Person) is { } refusal) return refusal;
        if (catalog.FindTool(command.Tool).Failed(out error, out var tool)) return error;
        var id = link.SessionFor(tool.Name);
        var ways = !link.Tools.IsEmpty && !link.Tools.Contains(tool.Name) ? [] : await connectable.WaysAsync(id, tool, cancellationToken);
        if (ways.FirstOrDefault(way => command.Way is null || way.Id == command.Way) is not { } scheme) return ConnectLinkErrors.ToolNotOffered(tool.Name);
        if (CredentialForm.Read(tool, scheme, ConnectThroughLinkCommand.FieldsOf(tool, scheme), command.Values).Failed(out error, out var values)) return error;
        var outcome = scheme.Kind == AuthKind.OAuth2
            ? await BeginAsync(id, tool, scheme, values, new(command.Token, link.Scopes), cancellationToken)
            : await ConnectAsync(id, tool, scheme, values, use, cancellationToken);
        // What the person mistyped stands beside its field; the link tells what a service or this server refused.
        if (outcome.Failed(out error, out _) && error.Problems.IsEmpty) await connections.NoteAsync(use, tool.Name, error, cancellationToken);
        return outcome;
    }

    private async Task<Result<ConnectedThroughLinkView>> BeginAsync(
        ToolSessionId id, ToolDefinition tool, AuthScheme scheme, CredentialValues values, LinkedAuthorization link, CancellationToken cancellationToken)
    {
        if ((await direct.CheckAddressesAsync(tool, scheme, values, cancellationToken)).Failed(out var error, out _)) return error;
        return (await authorization.BeginAsync(id, tool, scheme, values, [], cancellationToken, link)).Failed(out error, out var started) ? error
            : new ConnectedThroughLinkView(started.Url);
    }

    private async Task<Result<ConnectedThroughLinkView>> ConnectAsync(
        ToolSessionId id, ToolDefinition tool, AuthScheme scheme, CredentialValues values, LinkUse use, CancellationToken cancellationToken)
    {
        var made = ConnectThroughLinkCommand.IsHandedOut(scheme) || scheme.Kind == AuthKind.None
            ? await direct.FromToolAsync(id, tool, scheme, values, cancellationToken)
            : await direct.FromValuesAsync(id, tool, scheme, values, cancellationToken);
        if (made.Failed(out var error, out var credential)) return error;
        if (!(await connections.AcceptAsync(id, credential.Credential, credential.Label, use, CancellationToken.None)).Failed(out error, out _))
            return new ConnectedThroughLinkView(null);
        // A token that was handed out for nothing is to end; what the person typed in stays theirs.
        if (scheme.IsExchanged || scheme.Kind == AuthKind.Manual) await revocations.AddAsync(id, credential.Credential, CancellationToken.None);
        return error;
    }
}
