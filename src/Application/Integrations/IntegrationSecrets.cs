using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModuleX.Application.Security;
using ModuleX.Domain.Integrations;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Integrations;

/// <summary>
/// Seals and opens what an organization keeps with an installed tool, each bound to the organization, the tool and the field that it stands in.
/// </summary>
public sealed class IntegrationSecrets(ISecretProtector protector)
{
    /// <summary>Null for an empty object: there is nothing to keep. Seal before a unit of work begins: a tenant's first secret writes a key.</summary>
    public async ValueTask<SealedSecret?> SealConfigAsync(IntegrationId id, JsonObject config, CancellationToken cancellationToken) =>
        config.Count == 0 ? null : await SealAsync(id, IntegrationSecret.Config, JsonSerializer.SerializeToUtf8Bytes(config), cancellationToken);

    /// <summary>Null where it was changed outside: it can't be shown, only replaced.</summary>
    public async ValueTask<JsonObject?> OpenConfigAsync(Integration integration, CancellationToken cancellationToken)
    {
        if (integration.SealedConfig is not { } secret) return [];
        if (await OpenAsync(integration.Id, IntegrationSecret.Config, secret, cancellationToken) is not { } plain) return null;
        var config = JsonNode.Parse(plain)!.AsObject();
        CryptographicOperations.ZeroMemory(plain);
        return config;
    }

    /// <summary>Null for no values. Seal before a unit of work begins: a tenant's first secret writes a key.</summary>
    public async ValueTask<SealedSecret?> SealEnvironmentAsync(
        IntegrationId id, ImmutableSortedDictionary<string, string> values, CancellationToken cancellationToken) =>
        values.IsEmpty ? null : await SealAsync(id, IntegrationSecret.Environment, JsonSerializer.SerializeToUtf8Bytes(values), cancellationToken);

    /// <summary>Null where they were changed outside: they can't be used, only replaced.</summary>
    public async ValueTask<ImmutableSortedDictionary<string, string>?> OpenEnvironmentAsync(
        IntegrationId id, SealedSecret? secret, CancellationToken cancellationToken)
    {
        if (secret is null) return NoValues;
        if (await OpenAsync(id, IntegrationSecret.Environment, secret, cancellationToken) is not { } plain) return null;
        var values = JsonSerializer.Deserialize<Dictionary<string, string>>(plain)!.ToImmutableSortedDictionary(StringComparer.Ordinal);
        CryptographicOperations.ZeroMemory(plain);
        return values;
    }

    /// <summary>What a secret of an integration is bound to.</summary>
    public static string BindingOf(IntegrationId id, IntegrationSecret field) => $"{id}#{(field == IntegrationSecret.Config ? "config" : "environment")}";

    public static ImmutableSortedDictionary<string, string> NoValues { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private async ValueTask<SealedSecret> SealAsync(IntegrationId id, IntegrationSecret field, byte[] plain, CancellationToken cancellationToken)
    {
        var secret = await protector.SealAsync(id.Tenant, BindingOf(id, field), plain, cancellationToken);
        CryptographicOperations.ZeroMemory(plain);
        return secret;
    }

    private ValueTask<byte[]?> OpenAsync(IntegrationId id, IntegrationSecret field, SealedSecret secret, CancellationToken cancellationToken) =>
        protector.OpenAsync(id.Tenant, BindingOf(id, field), secret, cancellationToken);
}

/// <summary>The fields of an integration that hold a secret.</summary>
public enum IntegrationSecret
{
    Config,
    Environment,
}
