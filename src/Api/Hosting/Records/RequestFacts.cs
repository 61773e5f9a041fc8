using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting.Records;

/// <summary>Why a request was refused or failed, for its record.</summary>
internal sealed record FailureOfRequest(Error Error);

/// <summary>The action that a request executes, for its record.</summary>
internal sealed record ActionOfRequest(string Name);

/// <summary>When a request was answered that goes on afterwards, as a WebSocket does, for its record.</summary>
/// <param name="Timestamp">Of the clock of the request's services.</param>
internal sealed record AnswerOfRequest(long Timestamp, DateTimeOffset At);

/// <summary>Noting facts at a request.</summary>
internal static class RequestFacts
{
    public static void NoteFailure(this HttpContext context, Error error) => context.Features.Set(new FailureOfRequest(error));

    /// <summary>The request is answered now; what comes is no part of its time.</summary>
    public static void NoteAnswered(this HttpContext context)
    {
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        context.Features.Set(new AnswerOfRequest(time.GetTimestamp(), time.GetUtcNow()));
    }

    /// <param name="action">As the caller names it.</param>
    public static void NoteAction(this HttpContext context, string action) => context.Features.Set(new ActionOfRequest(action));
}
