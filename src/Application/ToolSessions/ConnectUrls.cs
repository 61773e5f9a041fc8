using System.Collections.Immutable;
using ModuleX.Application.ConnectLinks;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>
/// Adds a fresh connect URL to errors that only a person can mend. One URL serves for a while: an agent that tries again and again
/// must not push out the authorization that its person is just completing.
/// </summary>
internal sealed class ConnectUrls(AuthorizationRequest authorization, ConnectLinkMaker links, IConnectUrlCache cache)
{
    /// <summary>The name of the detail that carries the URL.</summary>
    public const string Detail = "connect_url";

    public async Task<Error> AddToAsync(
        Error error, ToolSessionId id, ToolDefinition tool, StoredCredential? credential, CredentialValues fields, CancellationToken cancellationToken)
    {
        // The way by which it was connected, and no fewer rights than it had.
        var held = credential is null ? null : tool.FindScheme(credential.Scheme);
        if ((held is { Kind: AuthKind.OAuth2 } ? held : tool.Auth.FirstOrDefault(one => one.Kind == AuthKind.OAuth2)) is not { } scheme) return error;
        var scopes = scheme.OAuth!.OptionalScopes.RemoveAll(scope => credential?.Scopes.Contains(scope) != true);
        // Where the person has to say more first, a URL would lead to a connection without it.
        if (CredentialForm.Read(tool, scheme, tool.ConnectionFields, fields).Error is not null) return error;
        // Begun without the caller's token: others may be waiting for the same URL.
        var url = await cache.GetOrAddAsync(id, credential?.Id, () => BeginAsync(id, tool, scheme, fields, scopes)).WaitAsync(cancellationToken);
        return url is null ? error : error.With(Detail, url);
    }

    private async Task<string?> BeginAsync(
        ToolSessionId id, ToolDefinition tool, AuthScheme scheme, CredentialValues fields, ImmutableArray<string> scopes)
    {
        if (links.IsWanted) return (await links.MakeAsync(id, CancellationToken.None)).Failed(out _, out var made) ? null : made.Url;
        return (await authorization.BeginAsync(id, tool, scheme, fields, scopes, CancellationToken.None)).Failed(out _, out var started) ? null : started.Url;
    }
}
