using ModuleX.Domain.Access;
using ModuleX.Domain.Identity;
using ModuleX.Domain.ToolSessions;

namespace ModuleX.Application.Records;

/// <summary>Notes when something was last used, off the request's path; written in batches.</summary>
public interface IUsageRecorder
{
    void SessionUsed(ToolSessionId session);

    void ApiKeyUsed(ApiKeyId key);

    void UserActive(UserId user, LoginSessionId session);
}
