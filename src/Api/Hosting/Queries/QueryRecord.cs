using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace ModuleX.Api.Hosting.Queries;

/// <summary>
/// Makes the members of a query's record metadata of its endpoint. It is not generic, because a server compiled ahead of time (ReadyToRun, .NET 10.0.12) dies
/// where it calls a static interface member that a generic base class has.
/// </summary>
internal abstract record QueryRecord : IEndpointParameterMetadataProvider
{
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(QueryShape.Of(parameter.ParameterType));
}
