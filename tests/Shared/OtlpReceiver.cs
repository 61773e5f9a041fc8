using System.Globalization;
using System.Text;

namespace ModuleX.Tests.Shared;

/// <summary>A collector on loopback that takes OTLP over HTTP and reads of it what tests ask for.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly Upstream _http;

    private OtlpReceiver(Upstream http) => _http = http;

    public Uri Url => _http.Url;

    /// <summary>What has come.</summary>
    public IReadOnlyList<ExportedSpan> Spans => [.. BodiesOf("/v1/traces").SelectMany(ExportedSpan.ReadAll)];

    /// <summary>Names of the metrics that have come.</summary>
    public IReadOnlyCollection<string> Metrics => [.. BodiesOf("/v1/metrics").SelectMany(NamesIn).Distinct()];

    /// <summary>All that has come, as one text of bytes.</summary>
    public string Bytes => string.Concat(_http.Requests.Select(request => Encoding.Latin1.GetString(request.Body)));

    public static async Task<OtlpReceiver> StartAsync() => new(await Upstream.StartAsync());

    public IReadOnlyList<ExportedSpan> SpansOf(string trace) => [.. Spans.Where(span => span.Trace == trace)];

    /// <summary>Waits until a trace has so many spans.</summary>
    public async Task<IReadOnlyList<ExportedSpan>> TraceAsync(string trace, int spans)
    {
        await Wait.UntilAsync(() => SpansOf(trace).Count >= spans, $"{spans} spans of one trace");
        return SpansOf(trace);
    }

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private IEnumerable<byte[]> BodiesOf(string path) => _http.Requests.Where(request => request.Target == path).Select(request => request.Body);

    // ExportMetricsServiceRequest: 1 resource_metrics { 2 scope_metrics { 2 metrics { 1 name } } }
    private static IEnumerable<string> NamesIn(byte[] body) => ProtobufField.Of(body)
        .SelectMany(resource => resource.Fields.Where(field => field.Number == 2))
        .SelectMany(scope => scope.Fields.Where(field => field.Number == 2))
        .Select(metric => metric.Fields.First(field => field.Number == 1).Text);
}

/// <summary>A span as it was exported.</summary>
/// <param name="Parent">Empty for none.</param>
/// <param name="Instance">The <c>service.instance.id</c> of the process.</param>
public sealed record ExportedSpan(
    string Trace, string Id, string Parent, string Name, ExportedSpanKind Kind, bool HasFailed, string Source, string Instance,
    IReadOnlyDictionary<string, string> Attributes)
{
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    // ExportTraceServiceRequest: 1 resource_spans { 1 resource { 1 attributes }, 2 scope_spans { 1 scope { 1 name }, 2 spans } }
    internal static IEnumerable<ExportedSpan> ReadAll(byte[] body)
    {
        foreach (var resource in ProtobufField.Of(body))
        {
            var about = AttributesOf(resource.Fields.Where(field => field.Number == 1).SelectMany(one => one.Fields), 1);
            foreach (var scope in resource.Fields.Where(field => field.Number == 2))
            {
                var source = scope.Fields.First(field => field.Number == 1).Fields.First(field => field.Number == 1).Text;
                foreach (var span in scope.Fields.Where(field => field.Number == 2)) yield return Read(span, source, about["service.instance.id"]);
            }
        }
    }

    private static ExportedSpan Read(ProtobufField message, string source, string instance)
    {
        var fields = message.Fields.ToList();
        ProtobufField One(int number) => fields.FirstOrDefault(field => field.Number == number);
        return new(
            One(1).Hex, One(2).Hex, One(4).Hex, One(5).Text, (ExportedSpanKind)One(6).Value,
            One(15).Fields.Any(field => field is { Number: 3, Value: 2 }), source, instance, AttributesOf(fields, 9));
    }

    private static Dictionary<string, string> AttributesOf(IEnumerable<ProtobufField> fields, int number) => fields.Where(field => field.Number == number)
        .Select(pair => pair.Fields.ToList())
        .ToDictionary(pair => pair[0].Text, pair => pair.Count < 2 ? "" : TextOf(pair[1].Fields.FirstOrDefault()));

    private static string TextOf(ProtobufField value) => value.Number == 1 ? value.Text : value.Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>As OTLP numbers them.</summary>
public enum ExportedSpanKind
{
    Unspecified,
    Internal,
    Server,
    Client,
    Producer,
    Consumer,
}
