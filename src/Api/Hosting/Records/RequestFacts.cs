using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting.Records;

/// <summary>Why a request was refused or failed, for its record.</summary>
internal sealed record FailureOfRequest(Error Error);

/// <summary>The action that a request executes, for its record.</summary>
internal sealed record ActionOfRequest(string Name);

/// <summary>Noting facts at a request.</summary>
internal static class RequestFacts
{
    public static void NoteFailure(this HttpContext context, Error error) => context.Features.Set(new FailureOfRequest(error));

    /// <param name="action">As the caller names it.</param>
    public static void NoteAction(this HttpContext context, string action) => context.Features.Set(new ActionOfRequest(action));
}
