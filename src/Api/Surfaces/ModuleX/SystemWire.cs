using ModuleX.Api.Hosting;
using ModuleX.Application.Access;
using ModuleX.Application.Configuration;
using ModuleX.Application.Operations;


namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Status">healthy.</param>
internal sealed record SystemHealthResponse(string Status, string Service, string Version)
{
    public static SystemHealthResponse Healthy { get; } = new("healthy", SystemWire.Service, ProductVersion.Text);
}

/// <param name="AuthMethod">jwt.</param>
/// <param name="UserRole">ADMIN or SUPER_ADMIN.</param>
/// <param name="Status">authorized.</param>
internal sealed record ValidateAuthResponse(
    bool Success,
    string Message,
    string AuthMethod,
    string UserRole,
    string Status)
{
    public static ValidateAuthResponse Of(Caller caller) =>
        new(true, "Admin authentication is valid", SystemWire.AuthProvider, caller.Authority.Role.ToWord(), "authorized");
}

internal sealed record AdminStatusResponse(bool Success, AdminInfo AdminInfo, string Message)
{
    public static AdminStatusResponse Of(AdminStatusView status) =>
        new(true, new(status.Admins > 0, status.Admins, status.HasSuperAdmin), "Admin status retrieved successfully");
}

/// <param name="HasAdmin">Whether there is one.</param>
/// <param name="AdminCount">Active admins and super admins of the tenant.</param>
/// <param name="SetupComplete">Whether one of them is a super admin.</param>
internal sealed record AdminInfo(bool HasAdmin, int AdminCount, bool SetupComplete);

/// <param name="Status">healthy; degraded while a tool's manifest has problems.</param>
internal sealed record DeploymentStatusResponse(
    string Status,
    string Service,
    string Version,
    Deployment Deployment,
    string Message)
{
    public static DeploymentStatusResponse Of(DeploymentView view) => new(
        view.IsCatalogWhole ? "healthy" : "degraded",
        SystemWire.Service,
        ProductVersion.Text,
        new(view.IsCatalogWhole, view.Available.Count, view.Installed.Count, view.Accessible, view.Available, view.Installed, view.CanInstall,
        view.Available.Count > 0),
        "Deployment status retrieved successfully");
}

/// <param name="ArchitectureValid">Every manifest was taken without a problem.</param>
/// <param name="AvailableTools">The names of the tools of the catalog.</param>
/// <param name="InstalledTools">The names of the tools that any organization has installed.</param>
/// <param name="UserAccessibleToolsCount">How many of them are in the catalog.</param>
/// <param name="AutoInstallWorking">There are tools, and every manifest is in order, so that a sync can install them.</param>
/// <param name="UiIntegrationWorking">There are tools that users can be shown.</param>
internal sealed record Deployment(
    bool ArchitectureValid,
    int AvailableToolsCount,
    int InstalledToolsCount,
    int UserAccessibleToolsCount,
    IReadOnlyList<string> AvailableTools,
    IReadOnlyList<string> InstalledTools,
    bool AutoInstallWorking,
    bool UiIntegrationWorking);

/// <param name="AuthProvider">jwt.</param>
/// <param name="LoadedConfigPath">The whole path of the settings file; null where there is none.</param>
internal sealed record SystemConfigResponse(
    bool Success,
    string AuthProvider,
    ConfigInfo ConfigInfo,
    string? LoadedConfigPath,
    string Message)
{
    public static SystemConfigResponse Of(SettingsFileView file, string environment) => new(
        true, SystemWire.AuthProvider, new(file.IsLoaded, file.Source, environment.ToLowerInvariant()), file.Path,
        "System configuration retrieved successfully");
}

/// <param name="ConfigLoaded">Whether there is a settings file.</param>
/// <param name="ConfigSource">toml or defaults.</param>
/// <param name="Environment">In lower case: development, production.</param>
internal sealed record ConfigInfo(bool ConfigLoaded, string ConfigSource, string Environment);

/// <param name="AuthProvider">jwt.</param>
internal sealed record ReloadConfigResponse(bool Success, string AuthProvider, string Message)
{
    public static ReloadConfigResponse Reloaded { get; } = new(true, SystemWire.AuthProvider, "Configuration reloaded successfully");
}

/// <param name="Operation">migration.</param>
internal sealed record UpdateDatabaseResponse(bool Success, string Message, string Operation)
{
    public static UpdateDatabaseResponse Updated { get; } = new(true, "Database updated successfully", "migration");
}

internal static class SystemWire
{
    public const string Service = "ModuleX";
    public const string AuthProvider = "jwt";
}
