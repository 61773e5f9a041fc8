using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;

namespace ModuleX.Api.Surfaces.Simple;

/// <summary>How functions are listed for agents.</summary>
/// <param name="Strict">With schemas that the model must fill exactly; of OpenAI's format only.</param>
internal sealed record StrictFunctionListParameters(FunctionListParameters List, bool Strict = false) : QueryParameters<StrictFunctionListParameters>;
