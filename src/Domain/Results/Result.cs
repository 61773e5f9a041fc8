using System.Diagnostics.CodeAnalysis;

namespace ModuleX.Domain.Results;

/// <summary>The outcome of something that can fail in an expected way: a value, or the reason there is none.</summary>
public readonly record struct Result<T> : IOutcome<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, Error? error)
    {
        _value = value;
        Error = error;
    }

    /// <summary>Why there is no value; null where there is one.</summary>
    public Error? Error { get; }

    /// <summary>True when there is no value: <paramref name="error"/> tells why. Else <paramref name="value"/> is the value.</summary>
    public bool Failed([NotNullWhen(true)] out Error? error, [MaybeNullWhen(true)] out T value)
    {
        error = Error;
        value = _value;
        return error is not null;
    }

    /// <summary>The value, where a failure would be a bug.</summary>
    /// <exception cref="InvalidOperationException">There is no value; the text names the error's code.</exception>
    public T Required() => Error is null ? _value! : throw new InvalidOperationException($"A value was required, but: {Error.Code}.");

    /// <inheritdoc />
    public static Result<T> FromError(Error error) => error;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
}
