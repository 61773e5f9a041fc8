namespace ModuleX.Api.Hosting;

/// <summary>An optional parameter of a query, as an endpoint reads it.</summary>
/// <param name="Type">Of JSON Schema: <c>string</c>, <c>integer</c> or <c>boolean</c>.</param>
internal sealed record QueryParameter(string Name, string Type)
{
    /// <summary>Of JSON Schema and OpenAPI's registry: <c>uuid</c>, <c>int32</c>; null for none.</summary>
    public string? Format { get; init; }

    /// <summary>What it is taken for where it is not sent; null where nothing is.</summary>
    public object? Absent { get; init; }

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    public int? MaximumLength { get; init; }

    /// <summary>The only values that it may have; null for any.</summary>
    public IReadOnlyList<string>? Words { get; init; }
}
