using System.Runtime.InteropServices;
using System.Text.Json;

namespace ModuleX.Infrastructure.JsonSchema.Keywords;

/// <summary><c>multipleOf</c>, exactly, for numbers of any size and divisors of up to 18 digits.</summary>
internal sealed class MultipleOfKeyword : Assertion
{
    private const int MostDigits = 18;

    private readonly JsonElement _divisor;

    private MultipleOfKeyword(JsonElement divisor)
        : base($"must be a multiple of {divisor.GetRawText()}") => _divisor = divisor;

    public static MultipleOfKeyword? Read(SchemaSite site)
    {
        if (site.Number("multipleOf") is not { } divisor)
            return null;

        var number = new Instance(divisor).ToNumber();
        if (number.IsPositive && number.Count <= MostDigits)
            return new MultipleOfKeyword(divisor);

        site.Refuse("multipleOf", $"must be a number above 0 with at most {MostDigits} digits");
        return null;
    }

    protected override bool Holds(scoped in Instance value) =>
        value.Kind is not JsonValueKind.Number || value.ToNumber().IsMultipleOf(new Number(JsonMarshal.GetRawUtf8Value(_divisor)));
}
