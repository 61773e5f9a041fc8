using System.Collections.Immutable;
using System.Globalization;
using ModuleX.Domain.Results;

namespace ModuleX.Silo.Messages;

/// <summary>One thing that is wrong with an input, on its way between silos.</summary>
[GenerateSerializer, Immutable, Alias("modulex.problem")]
internal struct ProblemMessage
{
    [Id(0)] public string Pointer;
    [Id(1)] public string Message;
    [Id(2)] public int Source;
    [Id(3)] public string? Rule;
    [Id(4)] public KeyValuePair<string, object>[] Limits;
    [Id(5)] public object? Input;
}

[RegisterConverter]
internal sealed class ProblemConverter : IConverter<Problem, ProblemMessage>
{
    public Problem ConvertFromSurrogate(in ProblemMessage surrogate) => new(surrogate.Pointer, surrogate.Message)
    {
        Source = (ProblemSource)surrogate.Source,
        Rule = surrogate.Rule,
        Limits = surrogate.Limits.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Input = surrogate.Input,
    };

    public ProblemMessage ConvertToSurrogate(in Problem value) => new()
    {
        Pointer = value.Pointer,
        Message = value.Message,
        Source = (int)value.Source,
        Rule = value.Rule,
        Limits = [.. value.Limits.Select(limit => KeyValuePair.Create(limit.Key, Plain(limit.Value)!))],
        Input = value.Input is { } input && IsPlain(input) ? input : null,
    };

    private static object? Plain(object value) => IsPlain(value) ? value : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static bool IsPlain(object value) => value is string or bool or int or long or double or decimal or DateTimeOffset or DateTime or Guid;
}
