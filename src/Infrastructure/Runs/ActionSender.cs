using ModuleX.Application.Identity;
using ModuleX.Domain.Catalog;
using ModuleX.Infrastructure.Runs.Hosts;
using ModuleX.Infrastructure.Runs.Requests;

namespace ModuleX.Infrastructure.Runs;

/// <summary>Sends a request and follows where the service sends it, at most five times, by the rules of <see cref="RedirectRules"/>.</summary>
internal sealed class ActionSender(OutgoingHttp http, HostGates gates, RetryPolicy retries, ISecurityLog securityLog)
{
    /// <param name="server">The base that the credential belongs to.</param>
    public async Task<Exchange> SendAsync(
        ToolDefinition tool, Uri server, OutgoingRequest request, AppliedCredential credential, SendingRules rules, Deadline deadline)
    {
        var isHome = true;
        for (var hop = 0; ; hop++)
        {
            var exchange = await SendOnceAsync(request, rules, deadline);
            if (exchange.Answer is not { Status: >= 300 and < 400 } answer) return exchange;
            if (RedirectRules.NextMethod(request.Method, answer.Status, rules.IsIdempotent) is not { } method) return exchange;
            if (answer.Header("Location") is not { } location || !Uri.TryCreate(request.Url, location, out var target)) return exchange;
            if (hop == RedirectRules.MaximumHops) return Exchange.Failed(ExchangeFailure.Unreachable, "it redirects too often");
            if (!RedirectRules.AllowsTarget(request.Url, target) || !RedirectRules.AllowsHost(tool, server, target))
            {
                securityLog.EgressRefused(target.IdnHost, "redirect");
                return Exchange.Failed(ExchangeFailure.HostNotAllowed, target.IdnHost);
            }
            // Once away, the credential stays away: the other host must not aim it at an address of its choice.
            isHome = isHome && RedirectRules.IsSameOrigin(server, target);
            request = RedirectRules.Follow(request, method, target, credential, isHome);
        }
    }

    private Task<Exchange> SendOnceAsync(OutgoingRequest request, SendingRules rules, Deadline deadline)
    {
        var gate = gates.Of(Origin.Of(request.Url));
        return retries.RunAsync(
            rules.IsIdempotent ? rules.MaxAttempts : 1,
            deadline,
            static async call =>
            {
                using var message = call.request.ToMessage();
                return await call.gate.SendAsync(call.http, message, call.MaxBytes, call.deadline);
            },
            (gate, http, request, rules.MaxBytes, deadline));
    }
}

/// <summary>What an action allows its sender.</summary>
/// <param name="MaxAttempts">Counts for idempotent actions only.</param>
/// <param name="MaxBytes">The largest answer, after decompression.</param>
internal sealed record SendingRules(bool IsIdempotent, int MaxAttempts, long MaxBytes);
