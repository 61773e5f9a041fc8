using ModuleX.Application.Security;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.ToolSessions;

/// <summary>Seals and opens the secrets of a session, each bound to the session and to the field that it stands in.</summary>
public sealed class CredentialSealer(ISecretProtector protector)
{
    public ValueTask<SealedSecret> SealAsync(ToolSessionId id, ToolSessionSecret field, CredentialValues values, CancellationToken cancellationToken) =>
        protector.SealAsync(id.Tenant, BindingOf(id, field), values.ToUtf8(), cancellationToken);

    /// <summary>Null where the secret was changed, or belongs to another session or field: it is of no use any more.</summary>
    public async ValueTask<CredentialValues?> OpenAsync(ToolSessionId id, ToolSessionSecret field, SealedSecret secret, CancellationToken cancellationToken) =>
        await protector.OpenAsync(id.Tenant, BindingOf(id, field), secret, cancellationToken) is { } plain ? CredentialValues.Parse(plain) : null;

    /// <summary>What a secret of a session is bound to.</summary>
    public static string BindingOf(ToolSessionId id, ToolSessionSecret field) => $"{id}#{field}";
}

/// <summary>The fields of a session that hold a secret.</summary>
public enum ToolSessionSecret
{
    Credential,
    Verifier,
    Fields,
}
