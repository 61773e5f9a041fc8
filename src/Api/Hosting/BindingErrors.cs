using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>
/// Which parameter of an endpoint the framework can't read. Its exception names it in words alone, so the parameters of the endpoint are held against
/// the request once more.
/// </summary>
internal static class BindingErrors
{
    private static readonly MethodInfo ParsesMethod = typeof(BindingErrors).GetMethod(nameof(Parses), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>What the framework refused; null where it must have been something else. A body that is the JSON null counts as none.</summary>
    public static Error? Of(HttpContext context) =>
        Find(context) ?? (context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is { IsOptional: false } ? RequestErrors.BodyMissing : null);

    /// <summary>The first parameter of the path or the query that can't be read; null where there is none.</summary>
    public static Error? Find(HttpContext context) => context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
        .Select(parameter => ErrorOf(parameter, context)).FirstOrDefault(error => error is not null);

    private static Error? ErrorOf(IParameterBindingMetadata parameter, HttpContext context)
    {
        var named = parameter.ParameterInfo.GetCustomAttributes().OfType<IFromQueryMetadata>().FirstOrDefault();
        // Others bind themselves, or are the body or a service.
        if (named is null && !parameter.HasTryParse) return null;
        var name = named?.Name ?? parameter.Name;
        var inPath = context.Request.RouteValues.TryGetValue(name, out var segment);
        var text = inPath ? segment?.ToString() : context.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null;
        var source = inPath ? ProblemSource.Path : ProblemSource.Query;
        if (text is null) return parameter.IsOptional ? null : Invalid(name, "is required", ProblemRule.Missing, source, null);
        var type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;
        if ((bool)ParsesMethod.MakeGenericMethod(type).Invoke(null, [text])!) return null;
        var rule = WrongValue.RuleOf(type);
        return Invalid(name, WrongValue.SentenceOf(rule), rule, source, text) with { Message = $"{name} has a wrong value" };
    }

    private static bool Parses<T>(string text)
        where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static Error Invalid(string name, string what, string rule, ProblemSource source, string? text)
    {
        var problem = new Problem(Problem.PointerTo(name), $"{name} {what}") { Rule = rule, Source = source, Input = text };
        return RequestErrors.Invalid(problem.Message, problem);
    }
}
