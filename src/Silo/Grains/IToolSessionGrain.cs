using ModuleX.Domain.Results;
using ModuleX.Domain.ToolSessions;
using ModuleX.Silo.Messages;

namespace ModuleX.Silo.Grains;

/// <summary>
/// One tool session, in the memory of one silo. Its key is a hash of the session's identity, so that no log names an owner; the identity itself
/// comes with each call.
/// </summary>
[Alias("modulex.tool-session")]
internal interface IToolSessionGrain : IGrainWithStringKey
{
    /// <summary>As <c>IToolSessions.LeaseAsync</c>. It may refresh first, and a token endpoint may take its time.</summary>
    [Alias("lease"), ResponseTimeout("00:00:30")]
    Task<Result<ToolSessionLease>> Lease(ToolSessionId id, string action, TimeSpan leeway);

    [Alias("renew"), ResponseTimeout("00:00:30")]
    Task<Result<ToolSessionLease>> Renew(ToolSessionId id, StoredCredential refused);

    [Alias("begin-authorization")]
    Task<Result<Done>> BeginAuthorization(ToolSessionId id, PendingAuthorization pending);

    [Alias("consume-authorization")]
    Task<Result<PendingAuthorization>> ConsumeAuthorization(ToolSessionId id, string nonceHash);

    [Alias("connect")]
    Task<Result<Done>> Connect(ToolSessionId id, StoredCredential credential, string? label);

    [Alias("change")]
    Task<Result<Done>> Change(ToolSessionId id, ConnectionChange change);

    [Alias("disconnect")]
    Task<Result<StoredCredential>> Disconnect(ToolSessionId id);

    /// <summary>
    /// The connect URL that serves the session now, or the turn to begin an authorization and to say its URL with <see cref="KeepConnectUrl"/>: others
    /// wait for that, for some seconds.
    /// </summary>
    /// <param name="credential">The credential that was refused; null where none is held.</param>
    [Alias("find-connect-url")]
    Task<Result<ConnectUrlMessage>> FindConnectUrl(Guid? credential);

    /// <summary>Ends a turn. Without a URL no authorization could be begun, and those who waited get none.</summary>
    [Alias("keep-connect-url")]
    Task<Result<Done>> KeepConnectUrl(ConnectUrlMessage begun);

    [Alias("set-active")]
    Task<Result<Done>> SetActive(ToolSessionId id, bool active);

    [Alias("set-action-enabled")]
    Task<Result<Done>> SetActionEnabled(ToolSessionId id, string action, bool enabled);
}
