using ModuleX.Domain.Results;
using ModuleX.Silo.Messages;
using Orleans.Services;

namespace ModuleX.Silo.Notices;

/// <summary>One on each silo: hears what happens on another one, and who watches there.</summary>
[Alias("modulex.event-notices")]
internal interface IEventNoticeService : IGrainService
{
    /// <summary>
    /// Answered, because messages that are not awaited can arrive out of order. Events that can't be delivered are lost, as are those that find no room.
    /// </summary>
    [Alias("hear"), ResponseTimeout("00:00:05")]
    Task<Result<Done>> Hear(EventMessage[] happened);

    /// <summary>
    /// Takes who watches at another silo. Answered, so that the sender knows that this one is up to date. Unavailable: this silo doesn't know the other one
    /// as a member; it is to be told whole, later.
    /// </summary>
    [Alias("tell-audience"), ResponseTimeout("00:00:05")]
    Task<Result<Done>> TellAudience(SiloAddress sender, AudienceMessage audience);
}
