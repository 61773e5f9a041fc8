using ModuleX.Silo.Tests.Fixtures;

namespace ModuleX.Silo.Tests.Cluster;

/// <summary>Requests in a trace of the test's.</summary>
internal static class ExecutionTraces
{
    /// <summary>The span of the caller.</summary>
    public const string Caller = "00f067aa0ba902b7";

    public static Task<Reply> ExecuteTracedAsync(this Owner owner, string trace) => owner.Client.CallAsync(
        HttpMethod.Post, $"/tools/{ThreeNodes.Tool}/execute?user_id={owner.Name}",
        new { action = ThreeNodes.Action, parameters = new { text = "traced" } }, ("traceparent", $"00-{trace}-{Caller}-01"));

    /// <summary>A change, which the node that has the session's grain makes.</summary>
    public static Task<Reply> EnableTracedAsync(this Owner owner, string trace) => owner.Client.CallAsync(
        HttpMethod.Put, $"/auth/tools/{ThreeNodes.Tool}/actions/{ThreeNodes.Action}/status?user_id={owner.Name}", new { is_disabled = false },
        ("traceparent", $"00-{trace}-{Caller}-01"));
}
