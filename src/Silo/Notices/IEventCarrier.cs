using ModuleX.Domain.Results;
using ModuleX.Silo.Messages;

namespace ModuleX.Silo.Notices;

/// <summary>Carries events, and who watches, to another silo's <see cref="IEventNoticeService"/>.</summary>
internal interface IEventCarrier
{
    /// <inheritdoc cref="IEventNoticeService.Hear"/>
    Task<Result<Done>> HearAsync(SiloAddress silo, EventMessage[] happened);

    /// <inheritdoc cref="IEventNoticeService.TellAudience"/>
    Task<Result<Done>> TellAudienceAsync(SiloAddress silo, AudienceMessage audience);
}
