using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using ModuleX.Application.Integrations;
using ModuleX.Application.Ports;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Modules;
using ModuleX.Domain.Sessions;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Modules;

/// <summary>Seals, opens and shows the settings of modules. They belong to the platform, so they are sealed with the default tenant's key.</summary>
public sealed class ModuleSettings(ISecretProtector protector, IOrganizationRepository tenants)
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Null for no values. Before a unit of work begins: a tenant's first secret writes a key.</summary>
    public async ValueTask<SealedSecret?> SealAsync(string module, ImmutableSortedDictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (values.IsEmpty) return null;
        var plain = JsonSerializer.SerializeToUtf8Bytes(values);
        var secret = await protector.SealAsync(await PlatformAsync(cancellationToken), BindingOf(module), plain, cancellationToken);
        CryptographicOperations.ZeroMemory(plain);
        return secret;
    }

    /// <param name="module">Null where nothing was decided about it.</param>
    public async ValueTask<ImmutableSortedDictionary<string, string>> OpenAsync(Module? module, CancellationToken cancellationToken)
    {
        if (module?.SealedSettings is not { } secret) return None;
        var plain = await protector.OpenAsync(await PlatformAsync(cancellationToken), BindingOf(module.Name), secret, cancellationToken);
        var values = JsonSerializer.Deserialize<Dictionary<string, string>>(plain)!.ToImmutableSortedDictionary(StringComparer.Ordinal);
        CryptographicOperations.ZeroMemory(plain);
        return values;
    }

    /// <summary>What a module's settings are bound to.</summary>
    public static string BindingOf(string module) => $"module/{module}#settings";

    internal async ValueTask<ModuleView> ShowAsync(ToolDefinition tool, ModuleStates states, CancellationToken cancellationToken)
    {
        var values = await OpenAsync(states.Find(tool.Name), cancellationToken);
        return new(tool, states.IsInstalled(tool.Name), values.ToImmutableSortedDictionary(pair => pair.Key, pair => ConfigSecrets.IsSecret(tool, pair.Key) ? ConfigSecrets.Hidden : pair.Value));
    }

    private async ValueTask<TenantId> PlatformAsync(CancellationToken cancellationToken) =>
        (await tenants.FindTenantAsync(Tenant.DefaultDomain, cancellationToken) ?? throw new InvalidOperationException("There is no default tenant.")).Id;
}
