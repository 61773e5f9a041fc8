namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>if</c> with <c>then</c> and <c>else</c>, which mean nothing without it.</summary>
internal sealed class IfKeyword : Keyword
{
    private readonly Schema _condition;
    private readonly Schema? _then;
    private readonly Schema? _else;

    private IfKeyword(Schema condition, Schema? then, Schema? otherwise)
    {
        _condition = condition;
        _then = then;
        _else = otherwise;
    }

    public override IEnumerable<Schema> InPlace => new[] { _condition, _then, _else }.OfType<Schema>();

    public static IfKeyword? Read(SchemaSite site)
    {
        var then = site.Schema("then");
        var otherwise = site.Schema("else");
        return site.Schema("if") is { } condition ? new IfKeyword(condition, then, otherwise) : null;
    }

    public override bool Accepts(scoped in Instance value, ref Effort effort) =>
        Consequence(value, ref effort) is not { } schema || schema.Accepts(value, ref effort);

    public override void Explain(scoped in Instance value, string at, Report report) =>
        Consequence(value, ref report.Effort)?.Explain(value, at, report);

    private Schema? Consequence(scoped in Instance value, ref Effort effort) => _condition.Accepts(value, ref effort) ? _then : _else;
}
