using ModuleX.Domain.Results;

namespace ModuleX.Domain.Integrations;

/// <summary>Why something with an organization's integration is refused.</summary>
public static class IntegrationErrors
{
    public const string NotInstalledCode = "tool_not_installed";

    public static Error NotInstalled(string tool) =>
        new(ErrorKind.NotFound, NotInstalledCode, $"Tool '{tool}' is not installed for this organization");

    public static Error Inactive(string tool) =>
        new(ErrorKind.Forbidden, "integration_inactive", $"Tool '{tool}' is switched off for this organization");

    public static Error InstalledAlready(string tool) =>
        new(ErrorKind.Conflict, "integration_installed_already", $"Tool '{tool}' is already installed for this organization");

    public static Error TooMany(int limit) =>
        new(ErrorKind.Conflict, "integration_limit", $"The organization has reached its limit of {limit} tools");
}
