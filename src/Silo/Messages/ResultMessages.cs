using System.Collections.Immutable;
using ModuleX.Domain.Results;

namespace ModuleX.Silo.Messages;

/// <summary>A result on its way between silos.</summary>
[GenerateSerializer, Immutable, Alias("modulex.result`1")]
internal struct ResultMessage<T>
{
    [Id(0)] public T? Value;
    [Id(1)] public Error? Error;
}

[RegisterConverter]
internal sealed class ResultConverter<T> : IConverter<Result<T>, ResultMessage<T>>
{
    public Result<T> ConvertFromSurrogate(in ResultMessage<T> surrogate) => surrogate.Error is { } error ? error : surrogate.Value!;

    public ResultMessage<T> ConvertToSurrogate(in Result<T> value) =>
        value.Failed(out var error, out var held) ? new() { Error = error } : new() { Value = held };
}

/// <summary>Nothing to say.</summary>
[GenerateSerializer, Immutable, Alias("modulex.done")]
internal struct DoneMessage;

[RegisterConverter]
internal sealed class DoneConverter : IConverter<Done, DoneMessage>
{
    public Done ConvertFromSurrogate(in DoneMessage surrogate) => default;

    public DoneMessage ConvertToSurrogate(in Done value) => default;
}

/// <summary>An error on its way between silos. It has no secrets here either.</summary>
[GenerateSerializer, Immutable, Alias("modulex.error")]
internal struct ErrorMessage
{
    [Id(0)] public int Kind;
    [Id(1)] public string Code;
    [Id(2)] public string Message;
    [Id(3)] public Problem[] Problems;
    [Id(4)] public KeyValuePair<string, string>[] Details;
    [Id(5)] public TimeSpan? RetryAfter;
}

[RegisterConverter]
internal sealed class ErrorConverter : IConverter<Error, ErrorMessage>
{
    public Error ConvertFromSurrogate(in ErrorMessage surrogate) => new((ErrorKind)surrogate.Kind, surrogate.Code, surrogate.Message)
    {
        Problems = [.. surrogate.Problems],
        Details = surrogate.Details.ToImmutableSortedDictionary(),
        RetryAfter = surrogate.RetryAfter,
    };

    public ErrorMessage ConvertToSurrogate(in Error value) => new()
    {
        Kind = (int)value.Kind,
        Code = value.Code,
        Message = value.Message,
        Problems = [.. value.Problems],
        Details = [.. value.Details],
        RetryAfter = value.RetryAfter,
    };
}
