using System.Net.Http.Headers;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Hosting;

/// <summary>The fields of a form, with every problem of them at once.</summary>
internal sealed class FormBody(IFormCollection fields)
{
    public const string ContentType = "application/x-www-form-urlencoded";

    private readonly List<Problem> _problems = [];

    public static bool IsIn(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && ContentType.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="InvalidRequestException">It has too many fields, a name that is too long, or U+0000.</exception>
    /// <exception cref="BadHttpRequestException">It is too large.</exception>
    public static async Task<FormBody> ReadAsync(HttpRequest request)
    {
        try
        {
            return new FormBody(await request.ReadFormAsync(request.HttpContext.RequestAborted));
        }
        catch (InvalidDataException)
        {
            throw new InvalidRequestException(RequestErrors.Invalid("The form has too many fields, one that is too long, or the character U+0000"));
        }
    }

    /// <summary>Null where it is not there.</summary>
    public string? Find(string name)
    {
        if (!fields.TryGetValue(name, out var values)) return null;
        if (values.Count > 1) Refuse(name, "is given more than once", ProblemRule.ValueError);
        return values.ToString();
    }

    /// <summary>The empty text where it is not there; <see cref="ThrowIfInvalid"/> says so.</summary>
    public string Require(string name)
    {
        if (Find(name) is { } value) return value;
        Refuse(name, "is required", ProblemRule.Missing);
        return "";
    }

    public void Refuse(string name, string what, string rule) => _problems.Add(new Problem(Problem.PointerTo(name), $"{name} {what}") { Rule = rule });

    /// <exception cref="InvalidRequestException">Something was refused.</exception>
    public void ThrowIfInvalid()
    {
        if (_problems.Count > 0)
            throw new InvalidRequestException(RequestErrors.Invalid(string.Join("; ", _problems.Select(problem => problem.Message)), [.. _problems]));
    }
}
