using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>What is wrong with a request before any use case sees it.</summary>
internal static partial class RequestErrors
{
    /// <summary>A request that is wrong as a whole; one whose members are has <see cref="ValidationErrors.Code"/>.</summary>
    public const string InvalidCode = "bad_request";

    public const string BodyTooLargeCode = "body_too_large";
    public const string ContentTypeCode = "content_type";
    public const string MethodCode = "method_not_allowed";
    public const string InternalCode = InternalErrors.Code;

    private const string Required = "is required";

    public static Error BodyTooLarge { get; } = new(ErrorKind.Invalid, BodyTooLargeCode, "The request body is too large");

    public static Error ContentType { get; } = new(ErrorKind.Invalid, ContentTypeCode, "The request body must be JSON: send Content-Type: application/json");

    public static Error MethodNotAllowed { get; } = new(ErrorKind.Invalid, MethodCode, "Method Not Allowed");

    public static Error PathUnknown { get; } = new(ErrorKind.NotFound, "not_found", "Not Found");

    public static Error BodyMissing { get; } = Invalid("A request body is required");

    public static Error NotUnicode { get; } = Invalid("The request body has text that is not Unicode");

    /// <summary>400 on every surface, even where a wrong shape is 422: it is no text at all.</summary>
    public static Error NullCharacter { get; } = new(ErrorKind.Invalid, "null_character", "The request has text with the character U+0000");

    public static Error Invalid(string message) => new(ErrorKind.Invalid, InvalidCode, message);

    /// <summary>A request some of whose members are wrong.</summary>
    /// <param name="message">The sentence for the request as a whole.</param>
    public static Error Invalid(string message, params ImmutableArray<Problem> problems) => ValidationErrors.Invalid(problems) with { Message = message };

    /// <summary>Says what is wrong with a body without repeating it: values may be secrets, and type names are nobody's business.</summary>
    /// <param name="unknown">What the body has that is not known, to stand behind what it lacks.</param>
    public static Error OfJson(JsonException exception, HttpContext context, string unknown = "")
    {
        // Behind it the framework puts the path, which has names of the caller's choice.
        var what = exception.Message.Split(" Path: ", 2)[0];
        if (Missing().Match(what) is { Success: true } missing)
            return Lacks(exception.Path ?? "$", missing.Groups[1].Value.Replace("'", "", StringComparison.Ordinal), unknown);
        if (what.StartsWith("The maximum configured depth", StringComparison.Ordinal)) return Invalid("The request body is nested too deeply");
        // Only bodies whose members are security settings refuse unknown ones: a misspelt one would not be set, without a word.
        if (what.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)) return HasUnknownMember(exception.Path ?? "$");
        if (what.StartsWith("Duplicate", StringComparison.Ordinal)) return Invalid("The request body has a property twice");
        // An exception of the reader, alone or inside, is about text that is no JSON; without one, a value is not what it should be.
        return exception.Path is { } path && exception.InnerException is not JsonException
            ? HasWrongValue(path, context, isNull: what.Contains("doesn't allow null", StringComparison.Ordinal))
            : Invalid($"The request body is not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})");
    }

    /// <summary>What the framework says about a request that it can't bind, without the words that are for whoever wrote the endpoint.</summary>
    public static Error OfBinding(string message, HttpContext context)
    {
        if (message.StartsWith("Implicit body", StringComparison.Ordinal)) return BodyMissing;
        if (message.EndsWith("not provided from body.", StringComparison.Ordinal)) return BodyMissing;
        if (Unbound().Match(message) is not { Success: true } parameter) return Invalid(message.TrimEnd('.'));
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Groups["name"].Value);
        var isMissing = parameter.Groups["missing"].Success;
        var rule = isMissing ? ProblemRule.Missing : ParsingRules.RuleOf(parameter.Groups["type"].Value);
        var ofRoute = context.Request.RouteValues.TryGetValue(name, out var segment);
        var problem = new Problem(Problem.PointerTo(name), $"{name} {(isMissing ? Required : WrongValue.SentenceOf(rule))}")
        {
            Rule = rule,
            Source = ofRoute ? ProblemSource.Path : ProblemSource.Query,
            Input = ofRoute ? segment : context.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null,
        };
        return Invalid(isMissing ? problem.Message : $"{name} has a wrong value", problem);
    }

    /// <param name="names">The framework names as many as fit into some sixty characters, with commas between them.</param>
    private static Error Lacks(string path, string names, string unknown)
    {
        var outer = JsonPathNames.Of(path);
        return Invalid(
            $"The request body lacks {names}{(outer.Count == 0 ? unknown : $" at {path}")}",
            [.. names.Split(", ").Select(name => new Problem(Problem.PointerTo([.. outer, name]), $"{name} {Required}") { Rule = ProblemRule.Missing })]);
    }

    private static Error HasWrongValue(string path, HttpContext context, bool isNull)
    {
        var names = JsonPathNames.Of(path);
        var rule = isNull ? ProblemRule.Missing : ParsingRules.RuleOf(ParsingRules.TypeInBody(context, names));
        var sentence = isNull ? "must not be null" : WrongValue.SentenceOf(rule);
        return names.Count == 0
            ? Invalid($"The request body {sentence}", new Problem("", $"The request body {sentence}") { Rule = rule })
            : Invalid($"The request body has a wrong value at {path}", new Problem(Problem.PointerTo(names), $"{names[^1]} {sentence}") { Rule = rule });
    }

    private static Error HasUnknownMember(string path)
    {
        var names = JsonPathNames.Of(path);
        return Invalid($"The request body has an unknown member at {path}",
            new Problem(Problem.PointerTo(names), $"{(names.Count == 0 ? "" : names[^1])} is unknown") { Rule = ProblemRule.ValueError });
    }

    [GeneratedRegex("^(?:Failed to bind|(?<missing>Required)) parameter \"(?<type>[^\" ]+) (?<name>[^\" ]+)\"",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Unbound();

    [GeneratedRegex(@"missing required properties including: ([^.]*)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Missing();
}
