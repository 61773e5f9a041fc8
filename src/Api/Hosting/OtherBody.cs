namespace ModuleX.Api.Hosting;

/// <summary>A second form of an endpoint's body, for its description.</summary>
internal sealed record OtherBody(Type Body, string ContentType);
