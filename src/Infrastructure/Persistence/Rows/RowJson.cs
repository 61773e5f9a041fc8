using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ModuleX.Infrastructure.Persistence.Rows;

/// <summary>The JSON inside columns.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableSortedSet<string>))]
[JsonSerializable(typeof(ImmutableArray<PendingRow>))]
internal sealed partial class RowJson : JsonSerializerContext;
