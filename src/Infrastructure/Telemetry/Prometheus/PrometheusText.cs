using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Resources;

namespace ModuleX.Infrastructure.Telemetry.Prometheus;

/// <summary>Prometheus' text format 0.0.4, line by line.</summary>
internal sealed class PrometheusText
{
    private readonly StringBuilder _text = new();

    public void WriteHead(string name, string type, string? description)
    {
        if (!string.IsNullOrEmpty(description)) _text.Append("# HELP ").Append(name).Append(' ').Append(Escape(description, quotes: false)).Append('\n');
        _text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
    }

    /// <summary>Who it is that all of this is about: the resource as the labels of <c>target_info</c>.</summary>
    public void WriteResource(Resource resource)
    {
        WriteHead("target_info", "gauge", "What is measured here.");
        _text.Append("target_info");
        var first = true;
        foreach (var (name, value) in resource.Attributes) WriteLabel(name, value, ref first);
        End(1, first);
    }

    /// <param name="bound">The upper bound of a histogram's bucket; null for everything else.</param>
    public void WriteSample(string name, ReadOnlyTagCollection tags, double value, double? bound = null)
    {
        _text.Append(name);
        var first = true;
        foreach (var (tag, text) in tags) WriteLabel(tag, text, ref first);
        if (bound is { } upper) WriteLabel("le", Number(upper), ref first);
        End(value, first);
    }

    public override string ToString() => _text.ToString();

    private void WriteLabel(string name, object? value, ref bool first)
    {
        var text = value is bool truth ? (truth ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        _text.Append(first ? '{' : ',').Append(PrometheusNames.Clean(name)).Append("=\"").Append(Escape(text, quotes: true)).Append('"');
        first = false;
    }

    private void End(double value, bool hasNoLabels)
    {
        if (!hasNoLabels) _text.Append('}');
        _text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Escape(string text, bool quotes)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quotes ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }
}
