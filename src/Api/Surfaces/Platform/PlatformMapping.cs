using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;

namespace ModuleX.Api.Surfaces.Platform;

/// <summary>Between document 5's wire records and the use cases.</summary>
internal static class PlatformMapping
{
    public static LoginSessionListResponse ToWire(this IReadOnlyList<LoginSessionView> sessions, LoginSessionId current) =>
        new([.. sessions.Select(ToWire)], current.ToString());

    private static LoginSessionResponse ToWire(LoginSessionView session) => new(
        session.Id.ToString(), session.User.ToString(), session.IpAddress ?? "", session.UserAgent ?? "", session.LastActivityAt, session.CreatedAt);
}
