namespace ModuleX.Infrastructure.Records;

/// <summary>A presence that any process noted, in an hour or a day that is over.</summary>
internal sealed class PresenceRow : Presence;
