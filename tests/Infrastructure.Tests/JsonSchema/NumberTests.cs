using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ModuleX.Infrastructure.JsonSchema;

namespace ModuleX.Infrastructure.Tests.JsonSchema;

public sealed class NumberTests
{
    [Fact]
    public void Order_is_that_of_the_values() =>
        Prop.ForAll<decimal, decimal>((one, other) => Math.Sign(Compare(Write(one), Write(other))) == one.CompareTo(other)).QuickCheckThrowOnFailure();

    [Fact]
    public void Product_is_a_multiple_of_both() =>
        Prop.ForAll<int, int>((one, other) =>
            IsMultiple($"{(long)one * other}e-3", $"{Math.Abs((long)other) + (other == 0 ? 1 : 0)}e-3")).QuickCheckThrowOnFailure();

    [Fact]
    public void Multiple_agrees_with_the_remainder() =>
        Prop.ForAll<int, PositiveInt>((value, divisor) => IsMultiple($"{value}", $"{divisor.Get}") == (value % divisor.Get == 0)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1", "1.0", 0)]
    [InlineData("-0.0", "0e5", 0)]
    [InlineData("1e400", "1e401", -1)]
    [InlineData("-1e400", "1", -1)]
    [InlineData("0.1000000000000000000000000000000000001", "0.1", 1)]
    [InlineData("9007199254740993", "9007199254740992", 1)]
    [InlineData("1e99999999999999999999", "2", 1)]
    [InlineData("100e-2", "1", 0)]
    public void Numbers_of_any_size_are_compared_exactly(string one, string other, int order) => Math.Sign(Compare(one, other)).ShouldBe(order);

    [Theory]
    [InlineData("0.0075", "0.0001", true)]
    [InlineData("0.00751", "0.0001", false)]
    [InlineData("1e308", "0.5", true)]
    [InlineData("1e308", "0.123456789", false)]
    [InlineData("0", "7", true)]
    [InlineData("123456789012345678901234567890", "10", true)]
    [InlineData("123456789012345678901234567891", "10", false)]
    public void Multiples_are_exact(string value, string divisor, bool isMultiple) => IsMultiple(value, divisor).ShouldBe(isMultiple);

    private static string Write(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Compare(string one, string other) => new Number(Encoding.UTF8.GetBytes(one)).ComparedTo(new Number(Encoding.UTF8.GetBytes(other)));

    private static bool IsMultiple(string value, string divisor) =>
        new Number(Encoding.UTF8.GetBytes(value)).IsMultipleOf(new Number(Encoding.UTF8.GetBytes(divisor)));
}
