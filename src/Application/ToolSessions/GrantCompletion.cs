using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Adds to a first grant what its tool says only when it is asked with the new token, and sees that the connection has an address.</summary>
internal sealed class GrantCompletion(IAuthorizationServer server, CredentialFactory credentials, IRevocationQueue revocations)
{
    /// <summary>The grant with all fields. A grant that is of no use is handed to the revocation queue.</summary>
    /// <param name="target">With the fields that are known besides the grant.</param>
    public async Task<Result<TokenGrant>> CompleteAsync(
        ToolSessionId id, AuthorizationTarget target, TokenGrant grant, CancellationToken cancellationToken)
    {
        var asked = await AskAsync(target, grant, cancellationToken);
        if (!asked.Failed(out var error, out var complete)) return complete;
        // Tokens that no session holds are to end.
        await revocations.AddAsync(id, await credentials.MakeAsync(id, target.Scheme, target.Fields, grant, CancellationToken.None), CancellationToken.None);
        return error;
    }

    private async Task<Result<TokenGrant>> AskAsync(AuthorizationTarget target, TokenGrant grant, CancellationToken cancellationToken)
    {
        var known = target.Fields.Merge(grant.Values);
        if (target.Scheme.AfterConnect is not null)
        {
            if ((await server.LookUpAsync(target with { Fields = known }, cancellationToken)).Failed(out var error, out var found)) return error;
            grant = grant with { Values = grant.Values.Merge(found) };
            known = known.Merge(found);
        }
        return target.Tool.Server.Url.Fill(known) is null ? AuthorizationErrors.AddressUnknown(target.Tool) : grant;
    }
}
