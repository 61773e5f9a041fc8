using ModuleX.Application.Events;
using ModuleX.Domain.Records;

namespace ModuleX.Api.Hosting.Records;

/// <summary>Tells admins of requests that failed through a fault of the server: a few a second, since one cause makes many.</summary>
internal sealed class FaultEvents(IEvents events, TimeProvider time)
{
    private const int MostASecond = 5;

    private readonly Lock _counting = new();
    private long _second;
    private int _count;

    /// <param name="entry">The error's record.</param>
    public void Tell(RecordEntry entry)
    {
        if (HasRoom())
            events.Publish(new SystemEvent(entry.TenantId)
            { Fault = new(entry.Code ?? RequestErrors.InternalCode, entry.Message, entry.StatusCode ?? 0, entry.Endpoint ?? "") });
    }

    private bool HasRoom()
    {
        var second = time.GetUtcNow().ToUnixTimeSeconds();
        lock (_counting)
        {
            if (second != _second) (_second, _count) = (second, 0);
            return ++_count <= MostASecond;
        }
    }
}
