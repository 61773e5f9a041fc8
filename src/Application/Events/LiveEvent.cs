namespace ModuleX.Application.Events;

/// <summary>
/// Something that has just happened, for those who watch. Nothing is kept: who does not watch reads the records. Plain data without secrets, so that
/// it can cross processes.
/// </summary>
public abstract record LiveEvent;
