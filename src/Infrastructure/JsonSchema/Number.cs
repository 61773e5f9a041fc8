using System.Buffers.Text;

namespace ModuleX.Infrastructure.JsonSchema;

/// <summary>
/// A JSON number of any size, exactly: its significant digits where they stand in the document, and a power of ten.
/// No binary or decimal type holds them all.
/// </summary>
internal readonly ref struct Number
{
    private const long MostExponent = 1_000_000_000_000_000;

    private readonly ReadOnlySpan<byte> _whole;
    private readonly ReadOnlySpan<byte> _fraction;
    private readonly int _first;
    private readonly int _end;
    private readonly bool _isNegative;

    /// <summary>The value is 0.ddd * 10^magnitude, where the first digit is not 0.</summary>
    private readonly long _magnitude;

    /// <param name="raw">A number as the JSON grammar has it.</param>
    public Number(ReadOnlySpan<byte> raw)
    {
        _isNegative = raw[0] == (byte)'-';
        raw = _isNegative ? raw[1..] : raw;

        var e = raw.IndexOfAny((byte)'e', (byte)'E');
        var digits = e < 0 ? raw : raw[..e];
        var point = digits.IndexOf((byte)'.');
        _whole = point < 0 ? digits : digits[..point];
        _fraction = point < 0 ? default : digits[(point + 1)..];

        _end = _whole.Length + _fraction.Length;
        while (_first < _end && this[_first] == 0)
            _first++;
        while (_end > _first && this[_end - 1] == 0)
            _end--;

        _magnitude = _whole.Length - _first + (e < 0 ? 0 : ExponentOf(raw[(e + 1)..]));
    }

    public bool IsZero => Count == 0;

    public bool IsInteger => IsZero || Scale >= 0;

    public bool IsPositive => !_isNegative && !IsZero;

    /// <summary>How many digits there are without the zeros around them.</summary>
    public int Count => _end - _first;

    /// <summary>The power of ten of the last digit that is not 0.</summary>
    private long Scale => _magnitude - Count;

    private int this[int i] => (i < _whole.Length ? _whole[i] : _fraction[i - _whole.Length]) - '0';

    /// <summary>Negative, zero or positive, as this number is less than, equal to or greater than the other.</summary>
    public int ComparedTo(scoped in Number other)
    {
        if (Sign != other.Sign)
            return Sign - other.Sign;
        if (_magnitude != other._magnitude && !IsZero)
            return _magnitude > other._magnitude ? Sign : -Sign;

        for (var i = 0; i < Math.Max(Count, other.Count); i++)
        {
            var difference = Digit(i) - other.Digit(i);
            if (difference != 0)
                return difference * Sign;
        }

        return 0;
    }

    /// <summary>The same for equal numbers: 1, 1.0 and 10e-1.</summary>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Sign);
        hash.Add(IsZero ? 0 : _magnitude);
        for (var i = _first; i < _end; i++)
            hash.Add(this[i]);
        return hash.ToHashCode();
    }

    /// <summary>Whether a whole number times the divisor gives this; the divisor has at most 18 digits.</summary>
    public bool IsMultipleOf(scoped in Number divisor)
    {
        if (IsZero)
            return true;

        // The last digit is not 0, so this is no multiple of anything with a greater power of ten.
        var zeros = Scale - divisor.Scale;
        if (zeros < 0)
            return false;

        var modulus = divisor.SignificantDigits(ulong.MaxValue);
        return (UInt128)SignificantDigits(modulus) * PowerOfTen(zeros, modulus) % modulus == 0;
    }

    /// <summary>A whole number that is not negative, or the greatest there is where it is greater.</summary>
    public long ToCount()
    {
        if (IsZero)
            return 0;
        if (_magnitude > 18)
            return long.MaxValue;

        var count = 0L;
        for (var i = 0; i < _magnitude; i++)
            count = count * 10 + Digit(i);
        return count;
    }

    private static long ExponentOf(ReadOnlySpan<byte> raw)
    {
        var isNegative = raw[0] == (byte)'-';
        var digits = raw.TrimStart("+-"u8).TrimStart((byte)'0');
        var exponent = digits.Length > 15 ? MostExponent
            : Utf8Parser.TryParse(digits, out long parsed, out _) ? parsed
            : 0;
        return isNegative ? -exponent : exponent;
    }

    private static ulong PowerOfTen(long exponent, ulong modulus)
    {
        UInt128 power = 1 % modulus;
        UInt128 square = 10 % modulus;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1)
                power = power * square % modulus;
            square = square * square % modulus;
        }

        return (ulong)power;
    }

    private int Sign => IsZero ? 0 : _isNegative ? -1 : 1;

    private int Digit(int i) => i < Count ? this[_first + i] : 0;

    private ulong SignificantDigits(ulong modulus)
    {
        var rest = 0UL;
        for (var i = _first; i < _end; i++)
            rest = (rest * 10 + (ulong)this[i]) % modulus;
        return rest;
    }
}
