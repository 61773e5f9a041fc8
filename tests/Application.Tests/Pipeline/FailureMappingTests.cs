using FluentValidation;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Tests.Pipeline;

/// <summary>What each of FluentValidation's validators is called by callers.</summary>
public sealed class FailureMappingTests
{
    private static readonly Order Right = new() { FirstName = "Ada", Count = 5, Size = 5, Lines = [new("x")] };

    [Fact]
    public void Text_that_is_not_there_is_missing() => ProblemOf(Right with { FirstName = null }).ShouldBe("/first_name missing ");

    [Fact]
    public void Empty_text_is_too_short() => ProblemOf(Right with { FirstName = "" }).ShouldBe("/first_name string_too_short min_length=1");

    [Fact]
    public void Empty_list_is_too_short() => ProblemOf(Right with { Lines = [] }).ShouldBe("/lines too_short min_length=1");

    [Theory]
    [InlineData("A", "/nick_name string_too_short min_length=2")]
    [InlineData("AdaAugusta", "/nick_name string_too_long max_length=5")]
    [InlineData("a b", "/nick_name string_pattern_mismatch pattern=^[A-Za-z]+$")]
    public void Length_and_pattern_are_told(string name, string problem) => ProblemOf(Right with { NickName = name }).ShouldBe(problem);

    [Theory]
    [InlineData(0, 5, "/count greater_than_equal ge=1")]
    [InlineData(101, 5, "/count less_than_equal le=100")]
    [InlineData(5, 0, "/size greater_than gt=0")]
    [InlineData(5, 10, "/size less_than lt=10")]
    public void Range_is_told_by_the_end_that_is_passed(int count, int size, string problem) =>
        ProblemOf(Right with { Count = count, Size = size }).ShouldBe(problem);

    [Theory]
    [InlineData(-1, "/price greater_than_equal ge=0")]
    [InlineData(50, "/price less_than lt=50")]
    public void Comparison_is_told_with_what_it_compares_to(int price, string problem) => ProblemOf(Right with { Price = price }).ShouldBe(problem);

    [Fact]
    public void Word_is_told_with_those_that_are_right() => ProblemOf(Right with { Role = "root" }).ShouldBe("/role enum expected='user' or 'admin'");

    [Fact]
    public void Word_that_is_not_given_is_not_wrong() => new OrderValidator().Validate(Right with { Role = null }).IsValid.ShouldBeTrue();

    [Fact]
    public void Rule_of_ones_own_is_a_wrong_value() => ProblemOf(Right with { Email = "nowhere" }).ShouldBe("/email value_error ");

    [Fact]
    public void Member_of_a_list_is_told_with_its_place() =>
        ProblemOf(Right with { Lines = [new("x"), new("")] }).ShouldBe("/lines/1/product_code string_too_short min_length=1");

    [Fact]
    public void Refused_value_is_given_back()
    {
        FailureOf(Right with { Count = 101 }).Input.ShouldBe(101);
        FailureOf(Right with { Email = "nowhere" }).Input.ShouldBe("nowhere");
    }

    [Fact]
    public void Refused_value_that_may_have_secrets_is_not()
    {
        FailureOf(Right with { Password = "short" }).Input.ShouldBeNull();
        FailureOf(Right with { Lines = [new("secret"), new("secret"), new("secret")] }).Input.ShouldBeNull();
    }

    private static Problem FailureOf(Order order) => new OrderValidator().Validate(order).Errors.ShouldHaveSingleItem().ToProblem();

    private static string ProblemOf(Order order)
    {
        var problem = FailureOf(order);
        problem.Source.ShouldBe(ProblemSource.Body);
        return $"{problem.Pointer} {problem.Rule} {string.Join(' ', problem.Limits.Select(limit => $"{limit.Key}={limit.Value}"))}";
    }

    private sealed record Order
    {
        public string? FirstName { get; init; }

        public string? NickName { get; init; }

        public string? Email { get; init; }

        public string? Role { get; init; }

        public string? Password { get; init; }

        public int Count { get; init; }

        public int Size { get; init; }

        public int Price { get; init; }

        public IReadOnlyList<Line> Lines { get; init; } = [];
    }

    private sealed record Line(string ProductCode);

    private sealed class OrderValidator : AbstractValidator<Order>
    {
        public OrderValidator()
        {
            RuleFor(order => order.FirstName).NotEmpty();
            RuleFor(order => order.NickName).Length(2, 5).Matches("^[A-Za-z]+$");
            RuleFor(order => order.Email).EmailAddress();
            RuleFor(order => order.Role).OneOf("user", "admin");
            RuleFor(order => order.Password).MinimumLength(8);
            RuleFor(order => order.Count).InclusiveBetween(1, 100);
            RuleFor(order => order.Size).ExclusiveBetween(0, 10);
            RuleFor(order => order.Price).GreaterThanOrEqualTo(0).LessThan(50);
            RuleFor(order => order.Lines).NotEmpty().Must(lines => lines.Count < 3);
            RuleForEach(order => order.Lines).ChildRules(line => line.RuleFor(one => one.ProductCode).NotEmpty());
        }
    }
}
