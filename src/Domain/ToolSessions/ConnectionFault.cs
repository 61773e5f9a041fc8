namespace ModuleX.Domain.ToolSessions;

/// <summary>Why a connection does not work, or did not when it was last refreshed or checked.</summary>
/// <param name="Code">Of the error, in snake_case.</param>
/// <param name="Message">For people; it holds no secret.</param>
public sealed record ConnectionFault(string Code, string Message, DateTimeOffset At);
