using Microsoft.Extensions.Options;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Makes credentials without the page of a service: from what a person typed in, or from what the tool itself hands out.</summary>
internal sealed class DirectCredentials(
    IAuthorizationServer server, IActionRunner runner, CredentialFactory credentials, GrantCompletion completion, CredentialForm form,
    IOptions<ConnectionOptions> options)
{
    /// <summary>Refuses values that lead to an address which this server does not call.</summary>
    public Task<Result<Done>> CheckAddressesAsync(ToolDefinition tool, AuthScheme scheme, CredentialValues values, CancellationToken cancellationToken) =>
        form.CheckAddressesAsync(tool, scheme, values, cancellationToken);

    /// <summary>A credential of typed values, tried on the tool. Only a clear refusal counts: a person can connect a tool that is down for a moment.</summary>
    /// <param name="values">As <see cref="CredentialForm.Read"/> gave them.</param>
    public async Task<Result<DirectCredential>> FromValuesAsync(
        ToolSessionId id, ToolDefinition tool, AuthScheme scheme, CredentialValues values, CancellationToken cancellationToken)
    {
        if ((await form.CheckAddressesAsync(tool, scheme, values, cancellationToken)).Failed(out var error, out _)) return error;
        var grant = TokenGrant.Nothing;
        if (scheme.IsExchanged)
        {
            var target = AuthorizationTarget.OfTyped(tool, scheme, values);
            if ((await server.RequestTokenAsync(target, cancellationToken)).Failed(out error, out grant))
                return error.Code == AuthorizationErrors.GrantRefusedCode ? AuthorizationErrors.CredentialsRefused(tool.DisplayName) : error;
            if ((await completion.CompleteAsync(id, target, grant, CancellationToken.None)).Failed(out error, out grant)) return error;
        }
        var tried = options.Value.VerifyCredentials ? await runner.VerifyAsync(tool, scheme, values.Merge(grant.Values), cancellationToken) : (string?)null;
        if (tried.Failed(out var untried, out var label) && untried.Code == RunErrors.InvalidCredentialsCode)
            return AuthorizationErrors.CredentialsRefused(tool.DisplayName);
        return new DirectCredential(await credentials.MakeAsync(id, scheme, values, grant, cancellationToken), untried, label);
    }

    /// <summary>The credential that a tool hands out itself (<see cref="AuthKind.Manual"/>), or that of a tool which needs none.</summary>
    /// <param name="fields">Connection fields of a self-hosted tool, as <see cref="CredentialForm.Read"/> gave them.</param>
    public async Task<Result<DirectCredential>> FromToolAsync(
        ToolSessionId id, ToolDefinition tool, AuthScheme scheme, CredentialValues fields, CancellationToken cancellationToken)
    {
        if ((await form.CheckAddressesAsync(tool, scheme, fields, cancellationToken)).Failed(out var error, out _)) return error;
        var grant = TokenGrant.Nothing;
        if (scheme.Kind == AuthKind.Manual)
        {
            if (scheme.AuthUrl is null) return AuthorizationErrors.AuthUrlMissing(tool.Name);
            if ((await server.RequestManualAsync(new(tool, scheme, null, fields), id.Owner.Name, cancellationToken)).Failed(out error, out grant)) return error;
        }
        return new DirectCredential(await credentials.MakeAsync(id, scheme, fields, grant, cancellationToken), null, null);
    }
}

/// <summary>A credential that no session holds yet.</summary>
/// <param name="Untried">Why the service could not say whether it is good; null where it did, or where it is not asked.</param>
/// <param name="Label">What the service calls the account; null where it does not say, or is not asked.</param>
internal sealed record DirectCredential(StoredCredential Credential, Error? Untried, string? Label);
