using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;

namespace ModuleX.Application.Organizations;

/// <summary>A user as a member of an organization.</summary>
/// <param name="Tools">How many tools the user has connected.</param>
/// <param name="ActiveTools">How many of them can be used now.</param>
/// <param name="LastActiveAt">Null for never.</param>
public sealed record MemberView(
    UserId Id, string Email, string Username, bool IsActive, MembershipRole Role, DateTimeOffset JoinedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    DateTimeOffset? LastActiveAt, int TotalLogins, int Tools, int ActiveTools);

/// <summary>A member with what the member has and did, each newest first.</summary>
/// <param name="LiveSessions">How many login sessions last, also beyond those of <paramref name="Sessions"/>.</param>
/// <param name="Sessions">Login sessions, the ended ones too.</param>
/// <param name="Activities">What the member did.</param>
public sealed record MemberDetailsView(
    MemberView Member, int LiveSessions, IReadOnlyList<MemberToolView> Tools, IReadOnlyList<MemberActivityView> Activities,
    IReadOnlyList<MemberSessionView> Sessions);

/// <summary>A tool that a member has connected.</summary>
/// <param name="Id">Of the credential; another one after every renewal.</param>
/// <param name="Category">The tool's first in the catalog; null where it has none, or is gone.</param>
/// <param name="IsAuthenticated">False once the service has refused the credential for good.</param>
/// <param name="IsActive">It can be used now.</param>
public sealed record MemberToolView(
    Guid Id, string Name, string? Category, bool IsAuthenticated, bool IsActive, DateTimeOffset? LastUsedAt, DateTimeOffset ConnectedAt);

/// <summary>Something that a member did, from the audit log.</summary>
public sealed record MemberActivityView(string Action, DateTimeOffset At, string? IpAddress, bool Succeeded);

/// <summary>A login session of a member.</summary>
/// <param name="IsLive">It has neither ended nor expired.</param>
public sealed record MemberSessionView(LoginSessionId Id, bool IsLive, string? IpAddress, string? UserAgent, DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt);

/// <summary>The members of an organization in numbers. Days are those of UTC.</summary>
/// <param name="JoinedToday">Who became a member today.</param>
public sealed record MemberStatisticsView(int Users, int ActiveUsers, int JoinedToday, int JoinedYesterday);
