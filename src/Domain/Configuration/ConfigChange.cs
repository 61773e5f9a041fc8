using System.Collections.Immutable;

namespace ModuleX.Domain.Configuration;

/// <summary>What becomes different in a configuration; null stays as it is.</summary>
public sealed record ConfigChange
{
    public string? SiteName { get; init; }

    public string? Timezone { get; init; }

    public string? Locale { get; init; }

    public int? MinLength { get; init; }

    public bool? RequireSpecial { get; init; }

    public TimeSpan? SessionTimeout { get; init; }

    public ImmutableArray<string>? EnabledModules { get; init; }

    public ImmutableArray<string>? DisabledModules { get; init; }

    public bool HasModules => EnabledModules is not null || DisabledModules is not null;

    /// <summary>The whole configuration, where nothing is left out; null otherwise.</summary>
    public SystemConfig? ToWhole() =>
        SiteName is not null && Timezone is not null && Locale is not null && MinLength is { } minLength && RequireSpecial is { } requireSpecial
        && SessionTimeout is { } timeout && EnabledModules is { } enabled && DisabledModules is { } disabled
            ? new(new(SiteName, Timezone, Locale), new(new(minLength, requireSpecial), timeout), new(enabled, disabled))
            : null;
}
