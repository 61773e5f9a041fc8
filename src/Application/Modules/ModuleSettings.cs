using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using ModuleX.Application.Integrations;
using ModuleX.Application.Organizations;
using ModuleX.Application.Security;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Modules;
using ModuleX.Domain.Tenancy;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Modules;

/// <summary>Seals, opens and shows the settings of modules. They belong to the platform, so they are sealed with the default tenant's key.</summary>
public sealed class ModuleSettings(ISecretProtector protector, IOrganizationRepository tenants)
{
    public static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

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
    /// <returns>Null where they were changed outside: they can't be used, only replaced.</returns>
    public async ValueTask<ImmutableSortedDictionary<string, string>?> OpenAsync(Module? module, CancellationToken cancellationToken)
    {
        if (module?.SealedSettings is not { } secret) return None;
        if (await protector.OpenAsync(await PlatformAsync(cancellationToken), BindingOf(module.Name), secret, cancellationToken) is not { } plain) return null;
        var values = JsonSerializer.Deserialize<Dictionary<string, string>>(plain)!.ToImmutableSortedDictionary(StringComparer.Ordinal);
        CryptographicOperations.ZeroMemory(plain);
        return values;
    }

    /// <summary>What a module's settings are bound to.</summary>
    public static string BindingOf(string module) => $"module/{module}#settings";

    internal async ValueTask<ModuleView> ShowAsync(ToolDefinition tool, ModuleStates states, CancellationToken cancellationToken)
    {
        var module = states.Find(tool.Name);
        // Settings that were changed outside are listed by name: one module must not hide the others.
        var values = await OpenAsync(module, cancellationToken) ?? module!.SettingNames.ToImmutableSortedDictionary(name => name, _ => ConfigSecrets.Hidden);
        return new(tool, states.IsInstalled(tool.Name),
            values.ToImmutableSortedDictionary(pair => pair.Key, pair => ConfigSecrets.IsSecret(tool, pair.Key) ? ConfigSecrets.Hidden : pair.Value));
    }

    private async ValueTask<TenantId> PlatformAsync(CancellationToken cancellationToken) =>
        (await tenants.FindTenantAsync(Tenant.DefaultDomain, cancellationToken) ?? throw new InvalidOperationException("There is no default tenant.")).Id;
}
