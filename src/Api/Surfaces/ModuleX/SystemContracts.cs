using System.Text.Json.Serialization;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <param name="Status">healthy.</param>
internal sealed record SystemHealthResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("service")] string Service,
    [property: JsonPropertyName("version")] string Version);

/// <param name="AuthMethod">jwt.</param>
/// <param name="UserRole">ADMIN or SUPER_ADMIN.</param>
/// <param name="Status">authorized.</param>
internal sealed record ValidateAuthResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("auth_method")] string AuthMethod,
    [property: JsonPropertyName("user_role")] string UserRole,
    [property: JsonPropertyName("status")] string Status);

internal sealed record AdminStatusResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("admin_info")] AdminInfo AdminInfo,
    [property: JsonPropertyName("message")] string Message);

/// <param name="HasAdmin">Whether there is one.</param>
/// <param name="AdminCount">Active admins and super admins of the tenant.</param>
/// <param name="SetupComplete">Whether one of them is a super admin.</param>
internal sealed record AdminInfo(
    [property: JsonPropertyName("has_admin")] bool HasAdmin,
    [property: JsonPropertyName("admin_count")] int AdminCount,
    [property: JsonPropertyName("setup_complete")] bool SetupComplete);

/// <param name="Status">healthy; degraded while a tool's manifest has problems.</param>
internal sealed record DeploymentStatusResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("service")] string Service,
    [property: JsonPropertyName("version")] string Version,
    [property: JsonPropertyName("deployment")] Deployment Deployment,
    [property: JsonPropertyName("message")] string Message);

/// <param name="ArchitectureValid">Every manifest was taken without a problem.</param>
/// <param name="AvailableTools">The names of the tools of the catalogue.</param>
/// <param name="InstalledTools">The names of the tools that any organization has installed.</param>
/// <param name="UserAccessibleToolsCount">How many of them are in the catalogue.</param>
/// <param name="AutoInstallWorking">There are tools, and every manifest is in order, so that a sync can install them.</param>
/// <param name="UiIntegrationWorking">There are tools that users can be shown.</param>
internal sealed record Deployment(
    [property: JsonPropertyName("architecture_valid")] bool ArchitectureValid,
    [property: JsonPropertyName("available_tools_count")] int AvailableToolsCount,
    [property: JsonPropertyName("installed_tools_count")] int InstalledToolsCount,
    [property: JsonPropertyName("user_accessible_tools_count")] int UserAccessibleToolsCount,
    [property: JsonPropertyName("available_tools")] IReadOnlyList<string> AvailableTools,
    [property: JsonPropertyName("installed_tools")] IReadOnlyList<string> InstalledTools,
    [property: JsonPropertyName("auto_install_working")] bool AutoInstallWorking,
    [property: JsonPropertyName("ui_integration_working")] bool UiIntegrationWorking);

/// <param name="AuthProvider">jwt.</param>
/// <param name="LoadedConfigPath">The whole path of the settings file; null where there is none.</param>
internal sealed record SystemConfigResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("auth_provider")] string AuthProvider,
    [property: JsonPropertyName("config_info")] ConfigInfo ConfigInfo,
    [property: JsonPropertyName("loaded_config_path")] string? LoadedConfigPath,
    [property: JsonPropertyName("message")] string Message);

/// <param name="ConfigLoaded">Whether there is a settings file.</param>
/// <param name="ConfigSource">toml or defaults.</param>
/// <param name="Environment">In lower case: development, production.</param>
internal sealed record ConfigInfo(
    [property: JsonPropertyName("config_loaded")] bool ConfigLoaded,
    [property: JsonPropertyName("config_source")] string ConfigSource,
    [property: JsonPropertyName("environment")] string Environment);

/// <param name="AuthProvider">jwt.</param>
internal sealed record ReloadConfigResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("auth_provider")] string AuthProvider,
    [property: JsonPropertyName("message")] string Message);

/// <param name="Operation">migration.</param>
internal sealed record UpdateDatabaseResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("operation")] string Operation);
