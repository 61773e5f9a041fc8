using ModuleX.Application.ToolSessions;
using ModuleX.Domain.ToolSessions;
using ModuleX.Silo.Grains;
using ModuleX.Silo.Messages;

namespace ModuleX.Silo.Adapters;

/// <summary>Has the grain of a session keep its connect URL, so that every node hands out the same one, and none that was used.</summary>
internal sealed class GrainConnectUrls(IGrainFactory grains, GrainCalls calls) : IConnectUrlCache
{
    public async Task<string?> GetOrAddAsync(ToolSessionId id, Guid? credential, Func<Task<string?>> begin)
    {
        var grain = grains.GetGrain<IToolSessionGrain>(ToolSessionKeys.Of(id));
        if ((await calls.AskAsync(() => grain.FindConnectUrl(credential), CancellationToken.None)).Failed(out _, out var found)) return null;
        if (found.Turn is null) return found.Url;
        string? url = null;
        try
        {
            url = await begin();
            return url;
        }
        finally
        {
            // Said also where there is none: others wait for it.
            var begun = new ConnectUrlMessage { Url = url, Turn = found.Turn };
            await calls.AskAsync(() => grain.KeepConnectUrl(begun), CancellationToken.None);
        }
    }

    /// <summary>The grain forgets it by itself: all that makes a URL useless is done there.</summary>
    public void Forget(ToolSessionId id)
    {
    }
}
