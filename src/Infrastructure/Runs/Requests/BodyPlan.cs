using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using ModuleX.Application.Runs;
using ModuleX.Domain.Catalog;
using ModuleX.Domain.Results;

namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>How an action's body is written, decided once.</summary>
internal sealed class BodyPlan
{
    private const string Json = "application/json";

    private readonly RequestTemplate _request;
    private readonly BodyNode _root;
    private readonly ParameterPlacement? _media;

    private BodyPlan(RequestTemplate request)
    {
        _request = request;
        _root = BodyNode.Of(request);
        _media = request.Parameters.FirstOrDefault(placement => placement.Target == ParameterTarget.Media);
    }

    /// <summary>Null for an action that sends no body.</summary>
    public static BodyPlan? Of(RequestTemplate request) =>
        request.FixedBody is not null || request.Mime is not null || request.Parameters.Any(placement => placement.Target
            is ParameterTarget.Body or ParameterTarget.Form or ParameterTarget.File or ParameterTarget.Media or ParameterTarget.Mime)
            ? new BodyPlan(request)
            : null;

    /// <param name="payload">Null where the arguments leave nothing to send.</param>
    public Problem? TryWrite(ActionArguments arguments, DateTimeOffset now, out Payload? payload)
    {
        payload = null;
        string? mail = null;
        if (_request.Mime is { } mime)
        {
            if (MailMessage.TryWrite(mime, _request, arguments, now, out var message) is { } problem) return problem;
            mail = Base64Url.EncodeToString(message);
        }
        switch (_request.BodyFormat)
        {
            case BodyFormat.Form:
                payload = FormBody.WriteUrlEncoded(_request, arguments);
                return null;
            case BodyFormat.Multipart:
                return FormBody.TryWriteMultipart(_request, arguments, out payload);
            case BodyFormat.Related:
                return TryWriteRelated(arguments, mail, out payload);
            default:
                if (_media is not null) return TryReadMedia(arguments, out payload);
                payload = new(JsonBody.Write(_root, arguments, mail), Json);
                return null;
        }
    }

    /// <summary>RFC 2387: the JSON that describes the media, then the media.</summary>
    private Problem? TryWriteRelated(ActionArguments arguments, string? mail, out Payload? payload)
    {
        if (TryReadMedia(arguments, out payload) is { } problem) return problem;
        var writer = new MultipartWriter();
        writer.Add([$"Content-Type: {Json}; charset=UTF-8"], JsonBody.Write(_root, arguments, mail).Span);
        writer.Add([$"Content-Type: {payload?.ContentType ?? DefaultMediaType}"], payload is null ? [] : payload.Bytes.Span);
        payload = new(writer.Finish(), $"multipart/related; type=\"{Json}\"; boundary={writer.Boundary}");
        return null;
    }

    private Problem? TryReadMedia(ActionArguments arguments, out Payload? payload)
    {
        payload = null;
        if (_media is null || !arguments.TryGet(_media.Parameter, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (_media.Wrap is not null)
        {
            payload = new(Encoding.UTF8.GetBytes(ParameterText.Wrap(_media, ParameterText.Of(value))), DefaultMediaType);
            return null;
        }
        if (FilePart.TryRead(_media.Parameter, value, out var part) is { } problem) return problem;
        payload = new(part.Bytes, part.ContentType ?? DefaultMediaType);
        return null;
    }

    private string DefaultMediaType =>
        _request.MediaType ?? (_request.BodyFormat == BodyFormat.Text ? "text/plain; charset=utf-8" : "application/octet-stream");
}
