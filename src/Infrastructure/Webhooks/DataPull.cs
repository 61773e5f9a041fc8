using System.Globalization;
using Microsoft.Extensions.Options;
using ModuleX.Infrastructure.Runs.Answers;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>Walks through the pages of a service: to where each says that the next one is, or by number until there is no more.</summary>
internal sealed class DataPull(ServiceCalls calls, IOptions<DataSyncOptions> options, TimeProvider time)
{
    private const int Attempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Hands each page to <paramref name="storeAsync"/>.</summary>
    /// <param name="storeAsync">Takes a page and the time at which it was asked for; false ends the walk at once.</param>
    /// <returns>How many records there were; and why it ended too early, null where it did not.</returns>
    public async Task<(int Records, string? Reason)> WalkAsync(
        string baseUrl, string type, Func<SyncPage, DateTimeOffset, int, Task<bool>> storeAsync, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var (ids, visited) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<Uri>());
        var first = new Uri(string.Create(CultureInfo.InvariantCulture, $"{baseUrl}/api/data/{type}/?page=1&per_page={settings.PageSize}"));
        var (url, total, followed) = (first, (int?)null, false);
        for (var number = 1; number <= settings.MaxPages; number++)
        {
            if (!visited.Add(url)) return (ids.Count, "Its pages lead round in a circle");
            var askedAt = time.GetUtcNow();
            var answer = await AskAsync(url, cancellationToken);
            if (!answer.IsSuccess) return (ids.Count, answer.Reason);
            if (SyncPage.Read(AnswerContent.Utf8Of(answer.Answer!), out var reason) is not { } page) return (ids.Count, reason);
            var before = ids.Count;
            ids.UnionWith(page.Records.Keys);
            total = page.Total ?? total;
            if (!await storeAsync(page, askedAt, ids.Count)) return (ids.Count, null);
            if (page.Next is { } next)
            {
                if (!Uri.TryCreate(url, next, out var following) || !IsSameOrigin(first, following)) return (ids.Count, "Its next page is somewhere else");
                (url, followed) = (following, true);
                continue;
            }
            // A service without pages answers every number with the same; one that has told of next pages so far has none when it tells of none.
            var isAtEnd = page.Count == 0 || ids.Count == before || ids.Count >= total || followed || (total is null && page.Count < settings.PageSize);
            if (isAtEnd)
                return (ids.Count, ids.Count < total
                ? string.Create(CultureInfo.InvariantCulture, $"It has {total} records but handed out {ids.Count}") : null);
            url = new Uri(string.Create(CultureInfo.InvariantCulture, $"{baseUrl}/api/data/{type}/?page={number + 1}&per_page={settings.PageSize}"));
        }
        return (ids.Count, string.Create(CultureInfo.InvariantCulture, $"It has more than {settings.MaxPages} pages"));
    }

    private async Task<ServiceAnswer> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await calls.GetAsync(url, options.Value.MaxPageBytes, options.Value.PageTimeout, cancellationToken);
            if (attempt == Attempts || !MayPass(answer)) return answer;
            await Task.Delay(Pause * attempt, time, cancellationToken);
        }
    }

    /// <summary>No answer, or one that says that it is the service's own fault.</summary>
    private static bool MayPass(ServiceAnswer answer) => answer.Answer is { Status: 429 or >= 500 } || (answer.Answer is null && !answer.IsPresent);

    private static bool IsSameOrigin(Uri one, Uri other) => one.Scheme == other.Scheme && one.Authority == other.Authority;
}
