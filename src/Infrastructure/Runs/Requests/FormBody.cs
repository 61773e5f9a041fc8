using System.Text;
using System.Text.Json;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>Writes the two kinds of form: pairs of names and values, and parts with files.</summary>
internal static class FormBody
{
    public static Payload WriteUrlEncoded(RequestTemplate request, ActionArguments arguments)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in FieldsOf(request, arguments))
        {
            if (text.Length > 0) text.Append('&');
            ParameterText.AppendPair(text, name, value);
        }
        return new(Encoding.ASCII.GetBytes(text.ToString()), "application/x-www-form-urlencoded");
    }

    /// <summary>multipart/form-data (RFC 7578).</summary>
    public static Problem? TryWriteMultipart(RequestTemplate request, ActionArguments arguments, out Payload? payload)
    {
        payload = null;
        var writer = new MultipartWriter();
        foreach (var (name, value) in FieldsOf(request, arguments))
            writer.Add([$"Content-Disposition: form-data; name={MultipartWriter.Quoted(name)}"], Encoding.UTF8.GetBytes(value));
        foreach (var placement in request.Parameters)
        {
            if (placement.Target != ParameterTarget.File || !arguments.TryGet(placement.Parameter, out var value)
                || value.ValueKind == JsonValueKind.Null) continue;
            foreach (var file in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
            {
                if (FilePart.TryRead(placement.Parameter, file, out var part) is { } problem) return problem;
                writer.Add(
                    [
                        $"Content-Disposition: form-data; name={MultipartWriter.Quoted(placement.TargetName)}; "
                        + $"filename={MultipartWriter.Quoted(part.FileName ?? placement.TargetName)}",
                        $"Content-Type: {part.ContentType ?? "text/plain; charset=utf-8"}",
                    ],
                    part.Bytes);
            }
        }
        payload = new(writer.Finish(), $"multipart/form-data; boundary={writer.Boundary}");
        return null;
    }

    private static IEnumerable<(string Name, string Value)> FieldsOf(RequestTemplate request, ActionArguments arguments)
    {
        var placements = request.Parameters.Where(placement => placement.Target is ParameterTarget.Form or ParameterTarget.Body).ToList();
        if (request.FixedBody is { ValueKind: JsonValueKind.Object } @fixed)
        {
            foreach (var property in @fixed.EnumerateObject())
            {
                if (!placements.Exists(placement => placement.TargetName == property.Name && arguments.TryGet(placement.Parameter, out _)))
                    yield return (property.Name, ParameterText.OfOne(property.Value));
            }
        }
        foreach (var placement in placements)
        {
            if (!arguments.TryGet(placement.Parameter, out var value) || value.ValueKind == JsonValueKind.Null) continue;
            if (value.ValueKind != JsonValueKind.Array || placement.IsCommaSeparated)
                yield return (placement.TargetName, ParameterText.Wrap(placement, ParameterText.Of(value)));
            else foreach (var one in value.EnumerateArray()) yield return (placement.TargetName, ParameterText.Wrap(placement, ParameterText.OfOne(one)));
        }
    }
}
