using System.Collections.Concurrent;
using ModuleX.Application.Events;
using ModuleX.Domain.Identity;
using ModuleX.Silo.Messages;

namespace ModuleX.Silo.Notices;

/// <summary>Those who watch at another node, as that node tells. Asked on the path that raises an event, without a lock.</summary>
internal sealed class OtherAudience
{
    private readonly Lock _taking = new();
    private volatile ConcurrentDictionary<UserId, bool> _users = new();
    private volatile bool _hasAdmins;
    private long _number;

    public bool Hears(LiveEvent happened) => happened is UserEvent ofUser ? Hears(ofUser.User) : _hasAdmins;

    public bool Hears(UserId user) => _users.ContainsKey(user);

    public void Take(AudienceMessage told)
    {
        lock (_taking)
        {
            // A message that waited in a broken connection would bring back what is over.
            if (told.Number <= _number) return;
            _number = told.Number;
            var users = told.IsWhole ? new ConcurrentDictionary<UserId, bool>() : _users;
            foreach (var come in told.Come) users[new UserId(come)] = true;
            foreach (var gone in told.Gone) users.TryRemove(new UserId(gone), out _);
            (_users, _hasAdmins) = (users, told.HasAdmins);
        }
    }
}
