using System.Collections.Immutable;
using ModuleX.Domain.Identity;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Domain.Modules;

/// <summary>
/// What was decided about a tool on the platform, for all tenants. A tool about which nothing was decided has none of these: it is installed and enabled. Knows
/// cipher text only.
/// </summary>
public sealed class Module
{
    public const int MaximumNameLength = 100;

    public Module(string name, DateTimeOffset changedAt)
    {
        Name = name;
        ChangedAt = changedAt;
    }

    /// <summary>What is announced when any module changes.</summary>
    public static Guid Subject { get; } = new("018f0000-0000-7000-8000-6d6f64756c65");

    /// <summary>The tool's name in the catalog; it may have left the catalog since.</summary>
    public string Name { get; private set; }

    public bool IsInstalled { get; private set; } = true;

    /// <summary>Whether it is switched on, as long as it is installed.</summary>
    public bool IsEnabled { get; private set; } = true;

    /// <summary>The values of <see cref="SettingNames"/>, by name; null where there are none.</summary>
    public SealedSecret? SealedSettings { get; private set; }

    /// <summary>The settings that have a value, readable without a key.</summary>
    public ImmutableSortedSet<string> SettingNames { get; private set; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Null where the account is gone.</summary>
    public UserId? ChangedBy { get; private set; }

    /// <summary>The concurrency token.</summary>
    public long Version { get; private set; }

    public void Install(UserId by, DateTimeOffset now) => (IsInstalled, IsEnabled, ChangedBy, ChangedAt) = (true, true, by, now);

    /// <summary>Takes it away, with its settings.</summary>
    public void Uninstall(UserId by, DateTimeOffset now)
    {
        SetSettings(null, [], by, now);
        IsInstalled = false;
    }

    public void SetEnabled(bool isEnabled, UserId by, DateTimeOffset now) => (IsEnabled, ChangedBy, ChangedAt) = (isEnabled, by, now);

    /// <param name="values">Null where there are none.</param>
    /// <param name="names">The names of the values.</param>
    public void SetSettings(SealedSecret? values, ImmutableSortedSet<string> names, UserId by, DateTimeOffset now) =>
        (SealedSettings, SettingNames, ChangedBy, ChangedAt) = (values, names, by, now);
}
