using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;

namespace ModuleX.Application.ToolSessions;

/// <summary>Why something with connections is refused, beside what their sessions refuse.</summary>
public static class ConnectionErrors
{
    public static Error OwnerForbidden { get; } = new(
        ErrorKind.Forbidden, "owner_forbidden", "Only who administers the organization may name another owner");

    public static Error SharingForbidden { get; } = new(
        ErrorKind.Forbidden, "sharing_forbidden", "Only who administers the organization may make and change shared connections");

    public static Error SharingMisplaced { get; } = ValidationErrors.Invalid(
        [new Problem("/sharing", "belongs to a connection that the organization shares: leave owner out where it is made")]);

    /// <param name="problem">What is wrong with it.</param>
    public static Error OwnerInvalid(string problem) => ValidationErrors.Invalid([new Problem("/owner", problem)]) with { Message = $"owner {problem}" };
}
