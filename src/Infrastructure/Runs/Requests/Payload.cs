namespace ModuleX.Infrastructure.Runs.Requests;

/// <summary>The body of a request, kept whole so that it can be sent again.</summary>
internal sealed record Payload(ReadOnlyMemory<byte> Bytes, string ContentType);
