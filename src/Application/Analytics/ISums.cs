using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Records;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Application.Analytics;

/// <summary>Reads what was counted. The cost follows the length of the time that is asked for, not the number of records.</summary>
public interface ISums
{
    /// <summary>The sums of a measure. Whole days come as one sum each, unless hours are asked for.</summary>
    /// <param name="organization">Null for the whole tenant.</param>
    Task<IReadOnlyList<SumView>> ReadAsync(
        TenantId tenant, OrganizationId? organization, Measure measure, Window window, bool byHour, CancellationToken cancellationToken);

    /// <summary>The whole window as one sum for each subject: without details, beginnings and histograms.</summary>
    Task<IReadOnlyList<SumView>> TotalAsync(TenantId tenant, OrganizationId organization, Measure measure, Window window, CancellationToken cancellationToken);

    /// <summary>Who called, or executed which tool; each pair once.</summary>
    Task<IReadOnlyList<PresenceView>> ListPresencesAsync(TenantId tenant, OrganizationId organization, Window window, CancellationToken cancellationToken);

    /// <summary>The hours in which a node was up.</summary>
    Task<IReadOnlyList<SystemHourView>> ListSystemHoursAsync(Window window, CancellationToken cancellationToken);

    /// <summary>When the first sample was taken; null where there is none.</summary>
    Task<DateTimeOffset?> FindFirstSampleAsync(CancellationToken cancellationToken);
}

/// <summary>Reads people and their sessions in numbers.</summary>
public interface IPeopleStatistics
{
    /// <summary>How many members the organization has, and when those of them joined that joined in the window.</summary>
    Task<(int Total, IReadOnlyList<DateTimeOffset> Joined)> CountMembersAsync(
        TenantId tenant, OrganizationId organization, Window window, CancellationToken cancellationToken);

    /// <summary>Those of the users that there are, by id.</summary>
    Task<IReadOnlyDictionary<UserId, PersonView>> FindPeopleAsync(TenantId tenant, IReadOnlyCollection<UserId> users, CancellationToken cancellationToken);

    /// <summary>How long login sessions lasted that began in the window: from their begin to the last use; null where none began.</summary>
    Task<TimeSpan?> AverageSessionAsync(TenantId tenant, OrganizationId organization, Window window, CancellationToken cancellationToken);

    /// <summary>Login sessions that have neither ended nor expired.</summary>
    Task<int> CountLiveSessionsAsync(TenantId tenant, OrganizationId organization, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>When integrations were installed and uninstalled.</summary>
    Task<IReadOnlyList<InstallationView>> ListInstallationsAsync(
        TenantId tenant, OrganizationId organization, Window window, CancellationToken cancellationToken);

    /// <summary>Connections of the organization's people: in all, and how many of them need to be made again.</summary>
    Task<(int Connected, int Broken)> CountConnectionsAsync(TenantId tenant, OrganizationId organization, CancellationToken cancellationToken);
}

/// <summary>One sum of an hour, or of a day.</summary>
/// <param name="Subject">What <see cref="Measure"/> says.</param>
/// <param name="Errors">Those without success.</param>
/// <param name="Refused">Requests answered 401 or 403.</param>
/// <param name="Faults">Requests answered 5xx.</param>
/// <param name="DurationMicroseconds">Of all together.</param>
/// <param name="Latency">A <see cref="LatencyHistogram"/> as bytes.</param>
public sealed record SumView(
    DateTimeOffset Start, string Subject, string Detail, long Count, long Errors, long Refused, long Faults, long DurationMicroseconds, byte[] Latency);

/// <param name="Owner">The id of a user, or the name of an external owner.</param>
/// <param name="Tool">Empty for a request of any kind.</param>
public sealed record PresenceView(string Owner, string Tool);

/// <param name="MinutesUp">A bit for each minute in which a node was up.</param>
/// <param name="Cpu">Percent of all processors, on average; null where no sample was taken.</param>
/// <param name="Memory">Percent of the memory that there is, on average.</param>
public sealed record SystemHourView(DateTimeOffset Start, long MinutesUp, double? Cpu, double? Memory);

/// <param name="LastActiveAt">Null for never.</param>
public sealed record PersonView(UserId Id, string Name, string Email, DateTimeOffset? LastActiveAt);

/// <param name="IsInstalled">False where it was uninstalled.</param>
public sealed record InstallationView(DateTimeOffset At, string Tool, bool IsInstalled);
