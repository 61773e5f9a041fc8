using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Api.Tests.Platform;
using ModuleX.Application.Events;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Tenancy;
using Xunit.Abstractions;

namespace ModuleX.Api.Tests.Events;

/// <summary>A client that does not read does not harm others.</summary>
public sealed class SlowReaderTests(ITestOutputHelper output)
{
    private const int Slow = 100;
    private const int Quick = 5;
    private const int Events = 1_000;
    private const int Burst = 20;

    [Fact]
    public async Task Hundred_slow_readers_are_closed_with_1013_and_the_others_get_every_event()
    {
        await using var scene = await PlatformScene.StartAsync(
            server => server.With("Events:SocketsPerUser", "200").With("Events:QueueLength", "64")
            .Direct("a proxy's buffers take what a slow reader does not"));
        var anna = await scene.AddPersonAsync("anna");
        using var connections = EventClient.SmallBuffers();
        var slow = new List<EventClient>();
        for (var count = 0; count < Slow; count++) slow.Add(await OpenAsync(connections));
        var quick = new List<EventClient>();
        for (var count = 0; count < Quick; count++) quick.Add(await EventClient.OpenAsync(scene.Server.Address, anna.Client.TokenOf()));
        var events = scene.Server.Services.GetRequiredService<IEvents>();
        var message = new UserEvent(default(TenantId), new UserId(Guid.Parse(anna.Id))) { Preference = new("filler", $"\"{new string('x', 8_000)}\"") };
        var watch = Stopwatch.StartNew();

        for (var told = 0; told < Events; told += Burst)
        {
            for (var one = 0; one < Burst; one++) events.Publish(message);
            await Task.WhenAll(quick.Select(ReadBurstAsync));
        }
        var took = watch.Elapsed;
        var endings = await Task.WhenAll(slow.Select(client => client.ReadToEndAsync()));

        output.WriteLine(
            $"{Quick} readers got {Events} events of 8 KB in {took.TotalSeconds:0.0} s beside {Slow} that did not read; "
            + $"those were closed after {watch.Elapsed.TotalSeconds:0.0} s.");
        endings.Select(ending => ending.Code).Distinct().ShouldBe([1013]);
        took.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        await Eventually.BecomesAsync(() => Task.FromResult(scene.OpenSockets() == Quick), "end of the slow sockets on the server");
        foreach (var client in slow.Concat(quick)) await client.DisposeAsync();

        Task<EventClient> OpenAsync(HttpMessageInvoker through) => EventClient.OpenAsync(
            scene.Server.Address, anna.Client.TokenOf(), through);
    }

    private static async Task ReadBurstAsync(EventClient client)
    {
        for (var one = 0; one < Burst; one++) await client.ReadAsync();
    }
}
