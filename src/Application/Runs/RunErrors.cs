using System.Collections.Immutable;
using System.Globalization;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Runs;

/// <summary>Why an execution failed. The codes are the same in every surface.</summary>
public static class RunErrors
{
    public static Error RunNotFound { get; } = new(ErrorKind.NotFound, "run_not_found", "Run not found; a new one is written within a second or two");

    /// <summary>The parameters don't fit the action's schema; the status of a surface's own validation errors.</summary>
    public const string ParametersInvalidCode = "invalid_parameters";

    /// <summary>The service refused the credential.</summary>
    public const string InvalidCredentialsCode = "invalid_credentials";

    /// <summary>The service misses a scope.</summary>
    public const string MissingScopeCode = "missing_scope";
    public const string MissingScopesDetail = "missing_scopes";

    /// <summary>The run's deadline passed; 504 in every surface.</summary>
    public const string DeadlineCode = "upstream_timeout";

    /// <summary>The service said no, by a status or in words.</summary>
    public const string RefusedCode = "upstream_refused";

    /// <summary>The detail with the HTTP status of the service.</summary>
    public const string UpstreamStatusDetail = "upstream_status";

    /// <summary>The detail with the first part of the service's answer.</summary>
    public const string UpstreamBodyDetail = "upstream_body";

    private const string FailedCode = "upstream_failed";
    private const string UnreachableCode = "upstream_unreachable";
    private const string TooLargeCode = "upstream_too_large";
    private const string EgressRefusedCode = "egress_refused";
    private const string UnexpectedContentCode = "upstream_unexpected_content";

    /// <summary>
    /// Whether the service may have done something: false for everything that is refused before a request goes out, or that services refuse before they act.
    /// </summary>
    public static bool MayHaveRun(Error error) =>
        error.Code is RefusedCode or FailedCode or UnreachableCode or DeadlineCode or TooLargeCode or UnexpectedContentCode or InternalErrors.Code;

    public static Error ParametersInvalid(string tool, string action, ImmutableArray<Problem> problems) => new(
        ErrorKind.Invalid, ParametersInvalidCode, $"Invalid parameters for {tool}.{action}: {string.Join("; ", problems)}") { Problems = problems };

    /// <summary>An action of the original manifest format that names no request.</summary>
    public static Error NotExecutable(string tool, string action) =>
        new(ErrorKind.Invalid, "action_not_executable", $"Action {action} of {tool} can't be executed: its manifest names no request");

    /// <summary>A connection field that the server's address needs is missing or wrong: the tool must be connected again.</summary>
    public static Error AddressInvalid(string tool) =>
        new(ErrorKind.Invalid, "address_invalid", $"The connection of {tool} has no usable server address. Please connect it again.");

    public static Error InvalidCredentials(string tool) =>
        new(ErrorKind.Invalid, InvalidCredentialsCode, $"Tool execution failed: Invalid credentials for {tool}");

    /// <param name="scopes">Empty where the service does not name them.</param>
    public static Error MissingScope(string tool, IReadOnlyCollection<string> scopes) => new Error(
        ErrorKind.Invalid, MissingScopeCode,
        scopes.Count == 0
            ? $"Tool execution failed: the connection to {tool} lacks a scope that this action needs"
            : $"Tool execution failed: the connection to {tool} lacks the scopes {string.Join(", ", scopes)}")
        .With(MissingScopesDetail, string.Join(" ", scopes));

    /// <summary>The service said 4xx, or that it did not work.</summary>
    /// <param name="reason">What the service says about it; null where it says nothing.</param>
    public static Error Refused(string tool, int status, string? reason, string body) => new Error(
        ErrorKind.Invalid, RefusedCode,
        $"Tool execution failed: {tool} answered {status.ToString(CultureInfo.InvariantCulture)}{(reason is null ? "" : $" ({reason})")}")
        .With(UpstreamStatusDetail, status.ToString(CultureInfo.InvariantCulture)).With(UpstreamBodyDetail, body);

    public static Error RateLimited(string tool, TimeSpan? retryAfter) => new(
        ErrorKind.RateLimited, "upstream_rate_limited", $"Tool execution failed: {tool} limits the rate of requests") { RetryAfter = retryAfter };

    /// <summary>The service said 5xx.</summary>
    public static Error Failed(string tool, int status, string body) => new Error(
        ErrorKind.Upstream, FailedCode, $"Tool execution failed: {tool} answered {status.ToString(CultureInfo.InvariantCulture)}")
        .With(UpstreamStatusDetail, status.ToString(CultureInfo.InvariantCulture)).With(UpstreamBodyDetail, body);

    /// <summary>No connection, or it broke.</summary>
    /// <param name="reason">What happened, without addresses of the inside.</param>
    public static Error Unreachable(string tool, string reason) =>
        new(ErrorKind.Upstream, UnreachableCode, $"Tool execution failed: {tool} could not be reached ({reason})");

    public static Error Deadline(string tool, TimeSpan deadline) => new(
        ErrorKind.Upstream, DeadlineCode,
        $"Tool execution failed: {tool} did not answer within {deadline.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s");

    /// <summary>The answer is larger than it may be.</summary>
    public static Error TooLarge(string tool, long maximum) => new(
        ErrorKind.Upstream, TooLargeCode, $"Tool execution failed: the answer of {tool} has more than {maximum.ToString(CultureInfo.InvariantCulture)} bytes");

    /// <summary>JSON was expected and something else came.</summary>
    public static Error UnexpectedContent(string tool, string what) =>
        new(ErrorKind.Upstream, UnexpectedContentCode, $"Tool execution failed: {tool} answered {what} where JSON was expected");

    /// <summary>The address is a private one, which an operator can allow.</summary>
    public static Error EgressRefused(string tool, string host) => new(
        ErrorKind.Upstream, EgressRefusedCode,
        $"Tool execution failed: the address {host} of {tool} is not allowed on this server, for it is private and Egress:Allow does not name it");

    /// <summary>The address, or one that it led to, is none of the hosts of the tool's manifest.</summary>
    public static Error HostNotAllowed(string tool, string host) => new(
        ErrorKind.Upstream, EgressRefusedCode,
        $"Tool execution failed: the address {host} of {tool} is not allowed on this server, for it is not among the tool's allowed_hosts");

    /// <summary>The service failed too often lately; it is left alone for a while.</summary>
    public static Error CircuitOpen(string tool, TimeSpan retryAfter) => new(
        ErrorKind.Unavailable, "upstream_circuit_open", $"Tool execution failed: {tool} has failed too often and is not asked for a while")
            { RetryAfter = retryAfter };

    /// <summary>Too many runs wait for the same host.</summary>
    public static Error Busy(string tool) => new(
        ErrorKind.Unavailable, "upstream_busy", $"Tool execution failed: too many executions of {tool} are under way") { RetryAfter = TimeSpan.FromSeconds(1) };
}
