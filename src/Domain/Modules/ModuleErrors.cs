using ModuleX.Domain.Results;

namespace ModuleX.Domain.Modules;

/// <summary>Why something with a module is refused. Every code begins with <see cref="CodePrefix"/>.</summary>
public static class ModuleErrors
{
    public const string CodePrefix = "module_";

    /// <summary>The detail with the names of the modules that stand in the way, with commas between them.</summary>
    public const string ModulesDetail = "modules";

    public static Error NotRated(string name) =>
        new(ErrorKind.NotFound, "module_not_rated", $"You have not rated module {name}");

    public static Error Unknown(string name) =>
        new(ErrorKind.NotFound, "module_not_found", $"Module {name} not found");

    public static Error InstalledAlready(string name) =>
        new(ErrorKind.Conflict, "module_installed_already", $"Module {name} is already installed");

    public static Error NotInstalled(IReadOnlyCollection<string> names) => new Error(
        ErrorKind.Conflict, "module_not_installed", $"{Named(names)} not installed").With(ModulesDetail, string.Join(", ", names));

    public static Error NeedsDisabled(string name, IReadOnlyCollection<string> disabled) => new Error(
        ErrorKind.Conflict, "module_needs_disabled", $"Module {name} needs {string.Join(", ", disabled)}, which must be enabled first")
            .With(ModulesDetail, string.Join(", ", disabled));

    public static Error NeededBy(string name, IReadOnlyCollection<string> dependents) => new Error(
        ErrorKind.Conflict, "module_needed", $"Module {name} is needed by {string.Join(", ", dependents)}").With(ModulesDetail, string.Join(", ", dependents));

    /// <param name="organizations">How many there are, in all tenants.</param>
    public static Error InUse(string name, int organizations) => new Error(
        ErrorKind.Conflict, "module_in_use",
        $"Module {name} is installed for {organizations} {(organizations == 1 ? "organization" : "organizations")}; ?force=true uninstalls it all the same")
        .With("organizations", $"{organizations}");

    private static string Named(IReadOnlyCollection<string> names) =>
        names.Count == 1 ? $"Module {names.First()} is" : $"Modules {string.Join(", ", names)} are";
}
