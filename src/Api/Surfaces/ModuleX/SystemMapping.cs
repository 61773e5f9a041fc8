using ModuleX.Api.Hosting;
using ModuleX.Application.Access;
using ModuleX.Application.Configuration;
using ModuleX.Application.Operations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Between the wire records of the system and the use cases.</summary>
internal static class SystemMapping
{
    private const string Service = "ModuleX";
    private const string AuthProvider = "jwt";

    public static SystemHealthResponse Health { get; } = new("healthy", Service, ProductVersion.Text);

    public static ValidateAuthResponse ToValidated(this Caller caller) =>
        new(true, "Admin authentication is valid", AuthProvider, caller.Authority.Role.ToWire(), "authorized");

    public static AdminStatusResponse ToWire(this AdminStatusView status) =>
        new(true, new(status.Admins > 0, status.Admins, status.HasSuperAdmin), "Admin status retrieved successfully");

    public static DeploymentStatusResponse ToWire(this DeploymentView view) => new(
        view.IsCatalogWhole ? "healthy" : "degraded",
        Service,
        ProductVersion.Text,
        new(view.IsCatalogWhole, view.Available.Count, view.Installed.Count, view.Accessible, view.Available, view.Installed, view.CanInstall,
        view.Available.Count > 0),
        "Deployment status retrieved successfully");

    public static SystemConfigResponse ToConfig(this SettingsFileView file, string environment) => new(
        true, AuthProvider, new(file.IsLoaded, file.Source, environment.ToLowerInvariant()), file.Path, "System configuration retrieved successfully");

    public static ReloadConfigResponse Reloaded { get; } = new(true, AuthProvider, "Configuration reloaded successfully");

    public static UpdateDatabaseResponse DatabaseUpdated { get; } = new(true, "Database updated successfully", "migration");
}
