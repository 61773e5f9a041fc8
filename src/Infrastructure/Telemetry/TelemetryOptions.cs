namespace ModuleX.Infrastructure.Telemetry;

/// <summary>Where measurements and traces go: the section <c>Telemetry</c>. Nothing goes anywhere unless it is set.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>A collector that takes OTLP.</summary>
    public OtlpTarget Otlp { get; set; } = new();

    /// <summary>The address at which Prometheus may fetch the metrics, as in <c>http://localhost:9464</c>; empty for none.</summary>
    public string Prometheus { get; set; } = "";

    /// <summary>The address in parts; null where it can't be read.</summary>
    internal Uri? PrometheusAddress =>
        Uri.TryCreate(
            Prometheus.Replace("//*", "//[::]", StringComparison.Ordinal).Replace("//+", "//[::]", StringComparison.Ordinal), UriKind.Absolute, out var address)
        && address is { Scheme: "http", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
        && (address.IsLoopback || address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
            ? address
            : null;
}

/// <summary>A collector. Its headers, and everything else, are OpenTelemetry's own environment variables.</summary>
internal sealed class OtlpTarget
{
    public const string Http = "http/protobuf";
    public const string Grpc = "grpc";

    /// <summary>Such as <c>http://collector:4318</c>; empty for what <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary><c>http/protobuf</c> or <c>grpc</c>.</summary>
    public string Protocol { get; set; } = Http;

    internal bool HasReadableEndpoint => Endpoint.Length == 0
        || (Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" });

    internal bool HasKnownProtocol => Protocol is Http or Grpc;
}
