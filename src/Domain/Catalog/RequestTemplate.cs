using System.Collections.Immutable;
using System.Text.Json;

namespace ModuleX.Domain.Catalog;

/// <summary>The HTTP request that an action makes.</summary>
public sealed record RequestTemplate
{
    /// <summary>Upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Another base than the tool's server; null for the tool's.</summary>
    public UrlTemplate? Server { get; init; }

    public required PathTemplate Path { get; init; }

    /// <summary>Where each parameter goes, in the order of the schema.</summary>
    public required ImmutableArray<ParameterPlacement> Parameters { get; init; }

    public BodyFormat BodyFormat { get; init; } = BodyFormat.Json;

    public ImmutableArray<KeyValuePair<string, string>> FixedQuery { get; init; } = [];

    public ImmutableArray<KeyValuePair<string, string>> FixedHeaders { get; init; } = [];

    /// <summary>An object that the body starts from; null for none.</summary>
    public JsonElement? FixedBody { get; init; }

    /// <summary>The content type of the media part; null for <c>application/octet-stream</c>.</summary>
    public string? MediaType { get; init; }

    /// <summary>An e-mail that becomes a value of the body; null where there is none.</summary>
    public MimeTemplate? Mime { get; init; }
}

/// <summary>Where one parameter goes.</summary>
/// <param name="Parameter">Its name in the schema.</param>
/// <param name="TargetName">Its name in the request. In a body that starts with <c>/</c> it is a JSON pointer.</param>
/// <param name="IsCommaSeparated">A list is one query value with commas, instead of one value each.</param>
/// <param name="Wrap">The text that is sent, with <c>{}</c> for the value; null for the value alone.</param>
public sealed record ParameterPlacement(string Parameter, ParameterTarget Target, string TargetName, bool IsCommaSeparated, string? Wrap);

/// <summary>The places of a request that a parameter can go to.</summary>
public enum ParameterTarget
{
    Path,
    Query,
    Header,
    Body,
    Form,
    File,
    Media,
    Mime,
}

/// <summary>How a request's body is written.</summary>
public enum BodyFormat
{
    Json,
    Form,
    Multipart,

    /// <summary>RFC 2387: the JSON first, then the media.</summary>
    Related,

    /// <summary>The media parameter alone, as plain text.</summary>
    Text,
}

/// <summary>An e-mail made of parameters (RFC 5322), base64url-encoded into the body.</summary>
/// <param name="At">The JSON pointer of the body that gets it.</param>
/// <param name="Headers">Header name and the parameter that fills it.</param>
/// <param name="Text">The parameter with the plain text.</param>
/// <param name="Html">The parameter with the HTML text; null for none.</param>
public sealed record MimeTemplate(string At, ImmutableArray<KeyValuePair<string, string>> Headers, string Text, string? Html);
