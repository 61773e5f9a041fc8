using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Idempotency;

/// <summary>What was asked with an idempotency key, and what was answered.</summary>
internal sealed class IdempotencyKeyRow
{
    /// <summary>The SHA-256 of the key and of whose it is, in lower-case hex.</summary>
    public required string Hash { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>64 hex digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The data key of the answer; null while there is none.</summary>
    public Guid? AnswerKeyId { get; set; }

    /// <summary>The answer, sealed: it is what a person's tool has said. Null while there is none.</summary>
    public byte[]? AnswerCipher { get; set; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
