using System.Text.Json.Serialization;
using ModuleX.Api.Wire;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>JSON of this surface, written ahead of time by the source generator.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RootResponse))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(SimpleErrorBody))]
[JsonSerializable(typeof(ProblemBody[]))]
[JsonSerializable(typeof(AuthUrlResponse))]
[JsonSerializable(typeof(ToolDoneResponse))]
[JsonSerializable(typeof(ManualAuthRequest))]
[JsonSerializable(typeof(CallbackResponse))]
[JsonSerializable(typeof(UserToolsResponse))]
[JsonSerializable(typeof(ToolStatusRequest))]
[JsonSerializable(typeof(ToolStatusResponse))]
[JsonSerializable(typeof(ActionStatusRequest))]
[JsonSerializable(typeof(ActionStatusResponse))]
[JsonSerializable(typeof(ToolListResponse))]
[JsonSerializable(typeof(FunctionToolResponse[]))]
[JsonSerializable(typeof(AnthropicToolResponse[]))]
internal sealed partial class SimpleJson : JsonSerializerContext;
