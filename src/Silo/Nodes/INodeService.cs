using ModuleX.Domain.Results;
using ModuleX.Silo.Messages;
using Orleans.Services;

namespace ModuleX.Silo.Nodes;

/// <summary>One on each silo: does what only that silo can do, for another one that was asked for it.</summary>
[Alias("modulex.node")]
internal interface INodeService : IGrainService
{
    /// <summary>Takes a ticket that this silo issued, once. NotFound: unknown, used or expired.</summary>
    /// <param name="hash">The ticket itself stays where it was shown.</param>
    [Alias("take-ticket"), ResponseTimeout("00:00:05")]
    Task<Result<SocketTicketMessage>> TakeTicket(string hash);

    /// <summary>Reads this silo's settings file again. Invalid: it is not taken, and every setting stays as it was.</summary>
    [Alias("reload-settings"), ResponseTimeout("00:00:05")]
    Task<Result<Done>> ReloadSettings();

    /// <summary>The version of the product that this silo runs.</summary>
    [Alias("version"), ResponseTimeout("00:00:05")]
    Task<Result<string>> Version();
}
