namespace ModuleX.Api.Hosting;

/// <summary>What a program that composes this one puts in the place of its own parts: a node of a cluster hosts sessions otherwise.</summary>
/// <param name="Services">Adds and replaces services, for every verb.</param>
/// <param name="Serve">The same for the server alone: what must not start with a verb that does one thing and ends.</param>
internal sealed record ServerParts(Action<IServiceCollection> Services, Action<WebApplicationBuilder> Serve)
{
    /// <summary>The embedded server as it is.</summary>
    public static ServerParts None { get; } = new(_ => { }, _ => { });
}
