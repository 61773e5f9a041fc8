using Orleans.Concurrency;
using Orleans.Services;

namespace ModuleX.Silo.Notices;

/// <summary>One on each silo: takes word of changes that another silo has made.</summary>
[Alias("modulex.access-notices")]
internal interface IAccessNoticeService : IGrainService
{
    /// <summary>It is not waited for: the table of changes says the same half a second later.</summary>
    [Alias("tell"), OneWay]
    Task Tell(Guid[] subjects);

    /// <summary>The same of a tool session; see <c>ToolSessionChange</c>.</summary>
    [Alias("tell-session"), OneWay]
    Task TellSession(Guid subject, long version);
}
