using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using ModuleX.Application.Events;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;
using ModuleX.Domain.Tenancy;
using ModuleX.Infrastructure.Events;
using ModuleX.Silo.Hosting;
using ModuleX.Silo.Messages;
using ModuleX.Silo.Notices;

namespace ModuleX.Silo.Tests;

/// <summary>The way of events to one other node, without one.</summary>
public sealed class EventLinkTests : IDisposable
{
    private static readonly UserId Ada = new(Guid.NewGuid());
    private static readonly UserId Ben = new(Guid.NewGuid());

    private readonly Watchers _watchers = new();
    private readonly Carrier _carrier = new();
    private readonly CapturedLog _log = new();
    private readonly LoggerFactory _loggers;
    private readonly EventLink _link;

    public EventLinkTests()
    {
        _loggers = new LoggerFactory([_log]);
        _watchers.Listening[Ada] = true;
        _link = new EventLink(
            SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 11111), 1), _watchers, _carrier, _loggers.CreateLogger(nameof(EventLinkTests)));
    }

    public void Dispose()
    {
        _link.Dispose();
        _loggers.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task A_node_is_told_all_who_watch_and_then_what_changes()
    {
        await ToldAsync(1);

        _watchers.Listening[Ben] = true;
        _link.Note(Ben);
        await ToldAsync(2);
        _watchers.Listening.TryRemove(Ada, out _);
        _link.Note(Ada);
        await ToldAsync(3);

        var told = _carrier.Told.ToList();
        (told[0].IsWhole, told[0].Come.Single()).ShouldBe((true, Ada.Value));
        (told[1].IsWhole, told[1].Come.Single(), told[1].Gone.Length).ShouldBe((false, Ben.Value, 0));
        (told[2].IsWhole, told[2].Gone.Single(), told[2].Come.Length).ShouldBe((false, Ada.Value, 0));
        told.Select(message => message.Number).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_node_that_did_not_take_a_change_is_told_all()
    {
        await ToldAsync(1);
        _carrier.Refusals = 2;

        _watchers.Listening[Ben] = true;
        _link.Note(Ben);
        await ToldAsync(4);

        var last = _carrier.Told.Last();
        last.IsWhole.ShouldBeTrue();
        last.Come.ShouldBe([Ada.Value, Ben.Value], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_what_has_an_audience_there_is_sent_and_in_its_order()
    {
        await ToldAsync(1);
        _link.Publish(Preference(Ada, 0));
        _link.Audience.Take(Audience(1, isWhole: true, come: [Ada]));

        for (var number = 1; number <= 500; number++)
        {
            _link.Publish(Preference(Ada, number));
            _link.Publish(Preference(Ben, number));
            _link.Publish(SystemEvent.Notify(null, NotificationTypes.Info, "For admins", "any"));
        }

        await Wait.UntilAsync(() => _carrier.Heard.Count >= 500, "all events are sent");
        _carrier.Heard.Select(message => message.Preference!.Key).ShouldBe(Enumerable.Range(1, 500).Select(number => $"{number}"));
    }

    [Fact]
    public async Task What_a_node_that_hangs_does_not_take_is_bounded_counted_and_dropped()
    {
        await ToldAsync(1);
        _link.Audience.Take(Audience(1, isWhole: true, come: [Ada]));
        var hanging = _carrier.Hang();

        _link.Publish(Preference(Ada, 0));
        await Wait.UntilAsync(() => _carrier.Heard.Count == 1, "one message is sent");
        for (var number = 0; number < 20_000; number++) _link.Publish(Preference(Ada, number));
        _carrier.Heard.Count.ShouldBe(1);
        hanging.SetResult();

        await Wait.UntilAsync(() => _log.Lines.Any(line => line.Contains("found no room", StringComparison.Ordinal)), "the drops are logged");
        await Wait.UntilAsync(() => _carrier.Heard.Count >= 10_001, "what had room is sent");
        _carrier.Heard.Count.ShouldBe(10_001);
    }

    [Fact]
    public async Task What_a_node_did_not_take_is_counted_and_the_next_is_sent_once_it_answers()
    {
        await ToldAsync(1);
        _link.Audience.Take(Audience(1, isWhole: true, come: [Ada]));
        _carrier.Hang().SetException(new TimeoutException());
        _carrier.Refusals = 1;

        _link.Publish(Preference(Ada, 0));
        await Wait.UntilAsync(() => _log.Lines.Any(line => line.Contains("1 events", StringComparison.Ordinal)), "the drop is logged");
        _carrier.GoOn();
        _link.Publish(Preference(Ada, 1));

        await Wait.UntilAsync(() => _carrier.Heard.Count == 2, "the next is sent");
        _carrier.Told.Skip(1).Select(message => message.IsWhole).ShouldBe([true, true]);
    }

    [Fact]
    public void A_message_that_comes_late_does_not_bring_back_who_has_gone()
    {
        _link.Audience.Take(Audience(2, isWhole: true, come: [Ada], hasAdmins: true));
        _link.Audience.Take(Audience(1, isWhole: true, come: [Ben]));
        (_link.Audience.Hears(Ada), _link.Audience.Hears(Ben), _link.Audience.Hears(SystemEventOfAny)).ShouldBe((true, false, true));

        _link.Audience.Take(Audience(3, isWhole: false, come: [Ben], gone: [Ada]));
        (_link.Audience.Hears(Ada), _link.Audience.Hears(Ben), _link.Audience.Hears(SystemEventOfAny)).ShouldBe((false, true, false));

        _link.Audience.Take(Audience(4, isWhole: true, come: []));
        _link.Audience.Hears(Ben).ShouldBeFalse();
    }

    private static SystemEvent SystemEventOfAny => new((TenantId?)null);

    private Task ToldAsync(int count) => Wait.UntilAsync(() => _carrier.Told.Count >= count, $"{count} messages about who watches");

    private static UserEvent Preference(UserId user, int number) => new(default(TenantId), user) { Preference = new($"{number}", "1") };

    private static AudienceMessage Audience(long number, bool isWhole, UserId[] come, UserId[]? gone = null, bool hasAdmins = false) => new()
    {
        Number = number,
        IsWhole = isWhole,
        Come = [.. come.Select(user => user.Value)],
        Gone = [.. (gone ?? []).Select(user => user.Value)],
        HasAdmins = hasAdmins,
    };

    private sealed class Watchers : IEventAudience
    {
        public ConcurrentDictionary<UserId, bool> Listening { get; } = new();

        public bool HasAdmins => false;

        public IReadOnlyCollection<UserId> Users => [.. Listening.Keys];

        public bool Hears(LiveEvent happened) => false;

        public bool Hears(UserId user) => Listening.ContainsKey(user);

        public void Listen(Action<UserId> changed)
        {
            // The tests say it themselves.
        }
    }

    private sealed class Carrier : IEventCarrier
    {
        private volatile TaskCompletionSource? _hanging;

        public ConcurrentQueue<EventMessage> Heard { get; } = [];

        public ConcurrentQueue<AudienceMessage> Told { get; } = [];

        /// <summary>How many messages about the audience are still refused.</summary>
        public int Refusals { get; set; }

        /// <summary>From now on it answers nothing, until what is returned is set.</summary>
        public TaskCompletionSource Hang() => _hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void GoOn() => _hanging = null;

        /// <summary>In any order where it is not waited for, as on the way between nodes.</summary>
        public async Task<Result<Done>> HearAsync(SiloAddress silo, EventMessage[] happened)
        {
            if (_hanging is null) await Task.Delay(Random.Shared.Next(5));
            foreach (var message in happened) Heard.Enqueue(message);
            if (_hanging is { } hanging) await hanging.Task;
            return Done.Result;
        }

        public async Task<Result<Done>> TellAudienceAsync(SiloAddress silo, AudienceMessage audience)
        {
            if (_hanging is { } hanging) await hanging.Task;
            Told.Enqueue(audience);
            return Refusals-- > 0 ? ClusterErrors.NodeUnknown : Done.Result;
        }
    }
}
