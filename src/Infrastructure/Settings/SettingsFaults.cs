using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace ModuleX.Infrastructure.Settings;

/// <summary>Tells what is wrong with settings from what the framework throws about them.</summary>
public static class SettingsFaults
{
    // Some libraries of the framework have their binders generated into them.
    private static readonly string[] Binders = ["Microsoft.Extensions.Configuration.Binder", "Microsoft.Extensions.Logging.Configuration",
        "Microsoft.Extensions.Logging.Console"];

    /// <summary>One sentence for each fault, for the operator; empty when the exception is about something else as well.</summary>
    public static ImmutableArray<string> In(Exception exception)
    {
        var faults = (exception as AggregateException)?.Flatten().InnerExceptions.Select(Sentences).ToList() ?? [Sentences(exception)];
        return faults.TrueForAll(sentences => !sentences.IsEmpty) ? [.. faults.SelectMany(sentences => sentences).Distinct()] : [];
    }

    private static ImmutableArray<string> Sentences(Exception exception) => exception switch
    {
        OptionsValidationException validation => [.. validation.Failures],
        // A value that is not of the setting's type; the framework's sentence names both.
        InvalidOperationException binding when Binders.Contains(binding.Source) => [binding.Message],
        _ => [],
    };
}
