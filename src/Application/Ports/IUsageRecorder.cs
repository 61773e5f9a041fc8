using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Sessions;

namespace ModuleX.Application.Ports;

/// <summary>Notes when something was last used, off the request's path; written in batches.</summary>
public interface IUsageRecorder
{
    void SessionUsed(ToolSessionId session);

    /// <param name="organization">Whose key it is: one more call of that organization.</param>
    void ApiKeyUsed(ApiKeyId key, OrganizationId organization);

    /// <param name="organization">The organization that the request is about: one more call of it.</param>
    void UserActive(UserId user, LoginSessionId session, OrganizationId organization);
}
