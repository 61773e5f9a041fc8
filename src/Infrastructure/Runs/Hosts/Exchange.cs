using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Runs.Hosts;

/// <summary>One request and what came of it: an answer, or the reason why there is none.</summary>
/// <param name="Reason">
/// For people, without addresses of the inside. For <see cref="ExchangeFailure.EgressRefused"/> and <see cref="ExchangeFailure.HostNotAllowed"/> the host.
/// </param>
/// <param name="RetryAfter">When the host is asked again, where that is known.</param>
internal readonly record struct Exchange(Answer? Answer, ExchangeFailure Failure, string Reason, TimeSpan? RetryAfter)
{
    /// <summary>The service may have done this, or an earlier try of it, without a word: the connection was lost, or a gateway answered for it.</summary>
    public bool MayBeDone { get; init; }

    /// <summary>For <see cref="ExchangeFailure.NotPermitted"/>: why.</summary>
    public Error? Refusal { get; init; }

    public static Exchange Answered(Answer answer) => new(answer, ExchangeFailure.None, "", null);

    public static Exchange Failed(ExchangeFailure failure, string reason = "", TimeSpan? retryAfter = null) => new(null, failure, reason, retryAfter);
}

/// <summary>Why a request has no answer.</summary>
internal enum ExchangeFailure
{
    None,

    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    Deadline,
    TooLarge,

    /// <summary>The body is not what its encoding says.</summary>
    Malformed,

    /// <summary>The address is private and not allowed by the settings.</summary>
    EgressRefused,

    /// <summary>A redirect leads away from the tool's own hosts.</summary>
    HostNotAllowed,

    /// <summary>It never got its turn.</summary>
    Busy,

    CircuitOpen,

    /// <summary>The right to send was taken away while it waited; nothing was sent.</summary>
    NotPermitted,
}
