using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Domain.Records;

/// <summary>One thing that happened. Written once, in batches, and never changed; no secrets, and nothing of what tools were given or answered.</summary>
public sealed class RecordEntry
{
    /// <summary>Rises in the order of writing; 0 before it is written.</summary>
    public long Id { get; init; }

    /// <summary>
    /// The empty id until it is written where the caller is not known; such a record goes to the default tenant, whose admins run the server.
    /// </summary>
    public TenantId TenantId { get; set; }

    /// <summary>Null where it concerns no organization.</summary>
    public OrganizationId? OrganizationId { get; set; }

    public RecordKind Kind { get; init; }

    public RecordLevel Level { get; set; } = RecordLevel.Info;

    public DateTimeOffset At { get; set; }

    /// <summary>The id of a user, or the name of an external owner; null where not known.</summary>
    public string? UserId { get; set; }

    /// <summary>Of <see cref="RecordCategories"/>.</summary>
    public required string Category { get; init; }

    /// <summary>A sentence for people.</summary>
    public string Message { get; set; } = "";

    public bool Success { get; set; } = true;

    public string? ToolName { get; set; }

    /// <summary>The connection that a run used, which may be one that an organization shares; null for everything else, and where there was none.</summary>
    public Guid? ConnectionId { get; set; }

    /// <summary>Identifies a run to callers: a version 7 UUID of the time of <see cref="At"/>. Null for everything that is no run.</summary>
    public Guid? RunId { get; set; }

    public string? ActionName { get; set; }

    /// <summary>The path of a request as its endpoint has it, ids left as their names, the tool filled in: <c>/tools/github/execute</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The HTTP method.</summary>
    public string? Method { get; set; }

    public int? StatusCode { get; set; }

    /// <summary>Null for what takes no time.</summary>
    public long? DurationMicroseconds { get; set; }

    public string? IpAddress { get; set; }

    /// <summary>Of <see cref="SecurityEvents"/> for security records, else the code of the error; null where nothing failed.</summary>
    public string? Code { get; set; }

    /// <summary>More for people; null for nothing more.</summary>
    public string? Details { get; set; }

    /// <summary>A request that took longer than the threshold of its time.</summary>
    public bool IsSlow { get; set; }

    /// <summary>How the caller showed who it is, of <see cref="AuthMethods"/>; null for none. Counted, not stored.</summary>
    public string? AuthMethod { get; set; }
}
