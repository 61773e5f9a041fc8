using System.Text.Json;
using ModuleX.Application.Runs;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Idempotency;

/// <summary>Runs an action once for a key: the same key again gets the first one's answer.</summary>
internal sealed class IdempotentRuns(IIdempotencyKeys keys, ActionExecutor executor)
{
    /// <summary>
    /// Invalid (<see cref="IdempotencyErrors.KeyReusedCode"/>): other arguments. Conflict: under way. A failure that may have reached the service is kept like
    /// an answer; one before that gives the key back.
    /// </summary>
    /// <param name="text">The key as it was sent; null for none: the action then simply runs.</param>
    public Task<Result<RunView>> RunAsync(string? text, PreparedRun run, JsonElement parameters, CancellationToken cancellationToken) => text is null
        ? executor.RunAsync(run, cancellationToken)
        : RunOnceAsync(new IdempotencyKey(run.User.Tenant, run.Organization, run.User.Owner, text), run, parameters, cancellationToken);

    private async Task<Result<RunView>> RunOnceAsync(IdempotencyKey key, PreparedRun run, JsonElement parameters, CancellationToken cancellationToken)
    {
        var fingerprint = RequestFingerprint.Of(run.Tool.Name, run.Action.Name, run.Wanted?.ToString() ?? run.Account, parameters);
        switch (await keys.BeginAsync(key, fingerprint, cancellationToken))
        {
            case IdempotencyState.Answered answered: return StoredRun.Parse(answered.Answer.Span);
            case IdempotencyState.InFlight: return IdempotencyErrors.InFlight;
            case IdempotencyState.OtherRequest: return IdempotencyErrors.KeyReused;
        }
        // From here on the caller may hang up, but what was begun is told to the next one who asks.
        Result<RunView> outcome;
        try
        {
            outcome = await executor.RunAsync(run, CancellationToken.None);
        }
        catch
        {
            // What the call itself throws is an outcome; this was thrown before it, so nothing was sent.
            await keys.ReleaseAsync(key, CancellationToken.None);
            throw;
        }
        if (outcome.Error is { } error && !RunErrors.MayHaveRun(error)) await keys.ReleaseAsync(key, CancellationToken.None);
        else await keys.CompleteAsync(key, StoredRun.ToUtf8(outcome), CancellationToken.None);
        return outcome;
    }
}
