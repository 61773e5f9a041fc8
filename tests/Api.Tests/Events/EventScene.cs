using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Surfaces.Platform.Events;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Platform;

namespace ModuleX.Api.Tests.Events;

/// <summary>What tests of events do with a scene.</summary>
internal static class EventScene
{
    /// <summary>How many sockets the server holds.</summary>
    public static int OpenSockets(this PlatformScene scene) => scene.Server.Services.GetRequiredService<EventSockets>().All.Count();

    /// <summary>Waits until the server has looked up the session of a new socket.</summary>
    public static async Task SettledAsync(this PlatformScene scene) => await Eventually.BecomesAsync(
        () => Task.FromResult(scene.Server.Services.GetRequiredService<EventSockets>().All.All(socket => !socket.IsDoubtedAt(scene.Clock.GetUtcNow()))),
        "socket whose session was looked up");
}
