using System.Collections.Immutable;
using ModuleX.Application.Catalog;
using ModuleX.Application.ConnectLinks;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Takes the callback of an authorization server (RFC 6749, section 4.1.2) and connects the tool. All parameters come from a browser.</summary>
/// <param name="Issuer">The <c>iss</c> parameter (RFC 9207); null when it was not sent.</param>
/// <param name="Denial">The <c>error</c> parameter; null when the person agreed.</param>
/// <param name="Browser">The value of the cookie that binds connect links to browsers; null where there is none.</param>
public sealed record CompleteAuthorizationCommand(
    string Tool, string? State, string? Code, string? Issuer, string? Denial, string? DenialDescription, string? Browser = null) : ICommand<ToolSessionId>
{
    /// <summary>All parameters of the callback by their names on the wire; services add what a manifest's <c>callback</c> names.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    public override string ToString() => $"callback of {Tool}";
}

internal sealed class CompleteAuthorizationHandler(
    IToolCatalog catalog, IToolSessions sessions, IStateProtector states, IOAuthClients clients, IAuthorizationServer server,
    CredentialSealer sealer, CredentialFactory credentials, GrantCompletion completion, IRevocationQueue revocations, LinkedConnections connections,
    IConnectUrlCache connectUrls, ISecurityLog securityLog)
    : ICommandHandler<CompleteAuthorizationCommand, ToolSessionId>
{
    public async Task<Result<ToolSessionId>> Handle(CompleteAuthorizationCommand command, CancellationToken cancellationToken)
    {
        if (catalog.FindTool(command.Tool).Failed(out var error, out var tool)) return error;
        var state = command.State is null ? null : states.Unprotect(command.State);
        var link = state?.Link is { } token ? new LinkUse(token, command.Browser) : null;
        var result = state is null ? ToolSessionErrors.StateUnknown : await CompleteAsync(command, tool, state, link, cancellationToken);
        if (!result.Failed(out error, out _)) return result;
        securityLog.AuthorizationRefused(command.Tool, state?.Session, error.Code);
        if (link is not null) await connections.NoteAsync(link, tool.Name, error, CancellationToken.None);
        return result;
    }

    private async Task<Result<ToolSessionId>> CompleteAsync(
        CompleteAuthorizationCommand command, ToolDefinition tool, AuthorizationState state, LinkUse? link, CancellationToken cancellationToken)
    {
        var id = state.Session;
        connectUrls.Forget(id);
        // Consumed first, whatever comes after: a state that was seen once, even at the wrong place, must not work again.
        if ((await sessions.ConsumeAuthorizationAsync(id, AuthorizationRequest.HashOf(state.Nonce), cancellationToken))
            .Failed(out var error, out var pending)) return error;
        // A code that was made for another tool's client must not be sent to this tool's token endpoint (mix-up, RFC 9700, section 4.4).
        if (id.Tool != tool.Name) return ToolSessionErrors.ToolMismatch;
        // The person who began this sits before another browser: what this one agreed to must not become theirs.
        if (link is not null && (await connections.AdmitAsync(link, cancellationToken)).Failed(out error, out _)) return error;
        if (tool.FindScheme(pending.Scheme) is not { OAuth: { } oauth } scheme) return ToolSessionErrors.StateUnknown;
        var fields = pending.Fields is null ? CredentialValues.Empty : await sealer.OpenAsync(id, ToolSessionSecret.Fields, pending.Fields, cancellationToken);
        if (fields is null) return ToolSessionErrors.StateUnknown;
        if (command.Issuer is { } issuer && !IsIssuer(issuer, oauth, fields)) return ToolSessionErrors.IssuerMismatch;
        if (command.Denial is { } denial)
            return AuthorizationErrors.Denied(tool.DisplayName, Shortened(denial), command.DenialDescription is { } text ? Shortened(text) : null);
        if (CallbackFields.Read(command, oauth).Failed(out error, out var callback)) return error;
        if (await clients.FindAsync(id, cancellationToken) is not { } client) return AuthorizationErrors.ClientMissing(tool, pending.RedirectUri);

        var verifier = (await sealer.OpenAsync(id, ToolSessionSecret.Verifier, pending.Verifier, cancellationToken))?["verifier"];
        if (verifier is null) return ToolSessionErrors.StateUnknown;
        var target = new AuthorizationTarget(tool, scheme, client, fields.Merge(callback.Fields));
        var exchange = await server.ExchangeCodeAsync(target, callback.Code, verifier, pending.RedirectUri, cancellationToken);
        if (exchange.Failed(out error, out var grant)) return error;
        // The code is spent: a browser that hangs up now must not cost the person the connection.
        if ((await completion.CompleteAsync(id, target, grant, CancellationToken.None)).Failed(out error, out grant)) return error;
        var credential = await credentials.MakeAsync(id, scheme, target.Fields, grant, CancellationToken.None);
        if (!(await connections.AcceptAsync(id, credential, null, link, CancellationToken.None)).Failed(out error, out _)) return id;
        // The owner has gone meanwhile, or the session can't be stored: tokens that no session holds are to end.
        await revocations.AddAsync(id, credential, CancellationToken.None);
        return error;
    }

    /// <summary>A code from another authorization server than the one that was asked must not be sent to the token endpoint (mix-up, RFC 9207).</summary>
    private static bool IsIssuer(string issuer, OAuthEndpoints oauth, CredentialValues fields) => oauth.Issuer is { } expected
        ? expected.Matches(issuer, fields)
        : Uri.TryCreate(issuer, UriKind.Absolute, out var named) && oauth.AuthorizeUrl?.Fill(fields) is { } asked
            && named.IdnHost.Equals(asked.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>Text from a browser goes into an answer and a log: printable ASCII as RFC 6749 allows it, and not too much of it.</summary>
    private static string Shortened(string text) => new([.. text.Where(character => character is >= ' ' and <= '~').Take(200)]);
}
