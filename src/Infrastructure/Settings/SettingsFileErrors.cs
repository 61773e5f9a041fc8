using System.Collections.Immutable;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Settings;

/// <summary>Why a settings file is not taken. The settings are then as they were.</summary>
internal static class SettingsFileErrors
{
    private const string Code = "settings_invalid";

    public static Error Missing(SettingsFileLocation file) =>
        new(ErrorKind.Invalid, Code, $"{file.Path}, which {SettingsRegistration.PathVariable} names, is not there");

    public static Error NotReadable(SettingsFileLocation file, string reason) => new(ErrorKind.Invalid, Code, $"{file.Path} can't be read: {reason}");

    /// <param name="problem">With line and column.</param>
    public static Error NotToml(SettingsFileLocation file, string problem) => new(ErrorKind.Invalid, Code, $"{file.Name}, {problem}");

    public static Error NotAllowed(SettingsFileLocation file, ImmutableArray<string> faults) =>
        new(ErrorKind.Invalid, Code, $"The settings are not right with {file.Name}: {string.Join("; ", faults)}")
    {
        Problems = [.. faults.Select(fault => new Problem("", fault))],
    };
}
