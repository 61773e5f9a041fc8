using ModuleX.Api.Hosting.Records;
using ModuleX.Api.Tests.Fixtures;
using ModuleX.Application.Events;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Records;

namespace ModuleX.Api.Tests.Events;

/// <summary>One cause makes many faults, of which a few are told.</summary>
public sealed class FaultEventsTests
{
    [Fact]
    public void Five_faults_a_second_are_told()
    {
        var (clock, told) = (new MovableClock(), new Told());
        var faults = new FaultEvents(told, clock);

        for (var count = 0; count < 100; count++) faults.Tell(Fault());
        var first = told.Events.Count;
        clock.Advance(TimeSpan.FromSeconds(5));
        faults.Tell(Fault());

        // The real time goes on: the hundred may lie in two seconds.
        first.ShouldBeInRange(5, 10);
        told.Events.Count.ShouldBe(first + 1);
        told.Events[0].ShouldBeOfType<SystemEvent>().Fault.ShouldBe(new FaultFacts("internal_error", "Internal server error", 500, "/api/config"));
    }

    private static RecordEntry Fault() => new()
    {
        Kind = RecordKind.Error, Category = RecordCategories.System, Code = "internal_error", Message = "Internal server error", StatusCode = 500,
            Endpoint = "/api/config",
    };

    private sealed class Told : IEvents
    {
        public List<LiveEvent> Events { get; } = [];

        public void Publish(LiveEvent happened) => Events.Add(happened);

        public bool Hears(UserId user) => true;
    }
}
