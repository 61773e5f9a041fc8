using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ModuleX.Domain.Webhooks;
using ModuleX.Infrastructure.ConnectLinks;
using ModuleX.Infrastructure.ToolSessions;

namespace ModuleX.Infrastructure.Persistence;

/// <summary>The JSON inside columns.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableSortedSet<string>))]
[JsonSerializable(typeof(ImmutableArray<PendingRow>))]
[JsonSerializable(typeof(SharingRow))]
[JsonSerializable(typeof(HeldRow))]
[JsonSerializable(typeof(ServiceSignature))]
internal sealed partial class RowJson : JsonSerializerContext;
