namespace ModuleX.Domain.Records;

/// <summary>What a record is about. The sixth kind, audit, is <see cref="AuditEntry"/>: it is written with the change that it tells of.</summary>
public enum RecordKind : byte
{
    /// <summary>A request that was answered, or refused.</summary>
    Request = 1,

    /// <summary>Something that the guards of a system want to know.</summary>
    Security = 2,

    /// <summary>What people and agents did: an execution, a connection made or ended.</summary>
    Business = 3,

    /// <summary>Something failed that should not have.</summary>
    Error = 4,

    /// <summary>The server about itself.</summary>
    System = 5,
}

/// <summary>How much a record matters.</summary>
public enum RecordLevel : byte
{
    Info = 1,
    Warning = 2,
    Error = 3,
    Critical = 4,
}
