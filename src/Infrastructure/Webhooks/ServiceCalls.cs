using System.Globalization;
using ModuleX.Infrastructure.Runs;
using ModuleX.Infrastructure.Runs.Hosts;

namespace ModuleX.Infrastructure.Webhooks;

/// <summary>
/// Asks services for something, through the same guarded way out as every run: an address that must not be called by a tool is not called here either.
/// </summary>
internal sealed class ServiceCalls(OutgoingHttp http, TimeProvider time)
{
    /// <summary>One GET. Every failure is a value but the caller's own cancellation.</summary>
    public async Task<ServiceAnswer> GetAsync(Uri url, long maxBytes, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(timeout, time, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        var started = time.GetTimestamp();
        var exchange = await http.SendAsync(request, maxBytes, deadline);
        using var memory = exchange.Answer?.Memory;
        return new ServiceAnswer(
            exchange.Answer, ReasonOf(exchange), exchange.Failure is ExchangeFailure.TooLarge or ExchangeFailure.Malformed, time.GetElapsedTime(started));
    }

    /// <summary>For people, without an address of the inside.</summary>
    private static string ReasonOf(Exchange exchange) => exchange switch
    {
        { Answer: { IsSuccess: true } } => "",
        { Answer: { } answer } => string.Create(CultureInfo.InvariantCulture, $"It answered with status {answer.Status}"),
        { Failure: ExchangeFailure.EgressRefused } => "Its address is private and Egress:Allow does not name it",
        { Failure: ExchangeFailure.Deadline } => "It did not answer in time",
        { Failure: ExchangeFailure.TooLarge } => "Its answer is too large",
        { Failure: ExchangeFailure.Malformed } => "Its answer can't be read",
        _ => $"It can't be reached: {exchange.Reason}",
    };
}

/// <summary>What a service answered.</summary>
/// <param name="Answer">Null where there was none that is of use.</param>
/// <param name="Reason">Why it is no success; empty where it is one.</param>
/// <param name="IsPresent">There was an answer, but not one that could be taken.</param>
internal sealed record ServiceAnswer(Answer? Answer, string Reason, bool IsPresent, TimeSpan Took)
{
    public bool IsSuccess => Answer is { IsSuccess: true };
}
