using ModuleX.Domain.Results;

namespace ModuleX.Domain.Configuration;

/// <summary>Why something with the configuration or with preferences is refused.</summary>
public static class ConfigErrors
{
    public static Error ProfileNotFound { get; } = new(ErrorKind.NotFound, "profile_not_found", "Profile not found");

    public static Error ProfileNameTaken { get; } = new(ErrorKind.Conflict, "profile_name_taken", "A profile with this name already exists");

    public static Error PreferenceNotFound(string key) => new(ErrorKind.NotFound, "preference_not_found", $"There is no preference {key}");
}
