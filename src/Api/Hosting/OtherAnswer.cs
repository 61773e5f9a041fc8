namespace ModuleX.Api.Hosting;

/// <summary>Another body of an endpoint's success, which a parameter asks for, for the endpoint's description.</summary>
internal sealed record OtherAnswer(Type Body);
