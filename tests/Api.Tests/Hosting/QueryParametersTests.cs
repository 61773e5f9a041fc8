using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using ModuleX.Api.Hosting;
using ModuleX.Api.Hosting.Queries;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Tests.Hosting;

public sealed class QueryParametersTests
{
    private const string Id = "0198c7a4-6f0e-7d3a-9f55-0a1b2c3d4e5f";

    [Theory]
    [InlineData("")]
    [InlineData("?page=&is_active=&is_new=&since=&id=&role=&search=&token_id=&start_date=&end_date=")]
    [InlineData("?page&is_active&is_new&since&id&role&search&token_id&start_date&end_date")]
    public async Task What_is_not_given_or_empty_is_absent(string text) =>
        (await ReadAsync(text)).ShouldBe(new PeopleParameters(null, null, null, null, null, null, new(null, null)));

    [Fact]
    public async Task What_is_given_is_read()
    {
        var read = await ReadAsync($"?page=3&is_active=True&is_new=0&id={Id}&role=ADMIN&search=ada%20l&token_id=9223372036854775807");

        read.ShouldBe(new PeopleParameters(true, null, Guid.Parse(Id), "admin", "ada l", long.MaxValue, new(null, null), 3, false));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    public async Task Truth_has_a_few_words(string text, bool value) => (await ReadAsync($"?is_active={text}")).IsActive.ShouldBe(value);

    [Theory]
    [InlineData("2025-01-31", "2025-01-31T00:00:00.0000000Z")]
    [InlineData("2025-01-31T12:30", "2025-01-31T12:30:00.0000000Z")]
    [InlineData("2025-01-31T12:30:15Z", "2025-01-31T12:30:15.0000000Z")]
    [InlineData("2025-01-31T12:30:15", "2025-01-31T12:30:15.0000000Z")]
    [InlineData("2025-01-31T12:30:15.123Z", "2025-01-31T12:30:15.1230000Z")]
    [InlineData("2025-01-31T12:30:15.1234567", "2025-01-31T12:30:15.1234567Z")]
    [InlineData("2025-01-31T12:30:15%2B02:00", "2025-01-31T10:30:15.0000000Z")]
    public async Task Times_are_in_utc(string text, string time)
    {
        var read = (await ReadAsync($"?since={text}")).Since.ShouldNotBeNull();

        read.Offset.ShouldBe(TimeSpan.Zero);
        read.UtcDateTime.ToString("O").ShouldBe(time);
    }

    [Theory]
    [InlineData("2025-01-31", "2025-02-01T00:00:00.0000000Z")]
    [InlineData("2025-01-31T00:00", "2025-01-31T00:00:00.0000000Z")]
    [InlineData("9999-12-31", "9999-12-31T00:00:00.0000000Z")]
    public async Task A_period_that_ends_on_a_date_has_that_whole_day(string text, string time) =>
        (await ReadAsync($"?end_date={text}")).Period.EndDate.ShouldNotBeNull().UtcDateTime.ToString("O").ShouldBe(time);

    [Theory]
    [InlineData("page=two", "int_parsing ", "page must be a whole number")]
    [InlineData("page=1.0", "int_parsing ", "page must be a whole number")]
    [InlineData("page=99999999999", "int_parsing ", "page must be a whole number")]
    [InlineData("page=0", "greater_than_equal ge=1", "page must be at least 1")]
    [InlineData("page=101", "less_than_equal le=100", "page must be at most 100")]
    [InlineData("page=1&page=2", "value_error ", "page is given more than once")]
    [InlineData("page=1&page=", "value_error ", "page is given more than once")]
    [InlineData("is_active=perhaps", "bool_parsing ", "is_active must be true or false")]
    [InlineData("since=yesterday", "datetime_parsing ", "since must be a time in ISO 8601, such as 2025-01-31T12:00:00Z")]
    [InlineData("since=01/31/2025", "datetime_parsing ", "since must be a time in ISO 8601, such as 2025-01-31T12:00:00Z")]
    [InlineData("since=2025-02-30", "datetime_parsing ", "since must be a time in ISO 8601, such as 2025-01-31T12:00:00Z")]
    [InlineData("since=0001-01-01T00:00:00%2B02:00", "datetime_parsing ", "since must be a time in ISO 8601, such as 2025-01-31T12:00:00Z")]
    [InlineData("id=7", "uuid_parsing ", "id must be a UUID")]
    [InlineData("role=root", "enum expected='user' or 'admin'", "role must be one of user, admin")]
    [InlineData("search=abcdef", "string_too_long max_length=5", "search has more than 5 characters")]
    [InlineData("search=a%00", "value_error ", "search has control characters")]
    [InlineData("end_date=2025-01-31T12:00&start_date=2025-02-01", "value_error ", "end_date must not be before start_date")]
    public async Task What_is_wrong_is_told_with_its_rule_and_limits(string text, string rule, string message)
    {
        var problem = (await RefusedAsync("?" + text)).Problems.ShouldHaveSingleItem();

        problem.Pointer.ShouldBe("/" + text.Split('=')[0]);
        problem.Source.ShouldBe(ProblemSource.Query);
        problem.Message.ShouldBe(message);
        $"{problem.Rule} {string.Join(' ', problem.Limits.Select(limit => $"{limit.Key}={limit.Value}"))}".ShouldBe(rule);
        problem.Input.ShouldNotBeNull();
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_in_the_order_of_the_record()
    {
        var error = await RefusedAsync("?page=0&end_date=2025-01-01&start_date=2025-02-01&is_active=perhaps&search=ada");

        error.Code.ShouldBe(ValidationErrors.Code);
        error.Message.ShouldBe("is_active must be true or false; end_date must not be before start_date; page must be at least 1");
    }

    [Fact]
    public async Task A_secret_is_not_given_back() => (await RefusedAsync("?token_id=hunter2")).Problems.Single().Input.ShouldBeNull();

    [Fact]
    public void A_record_without_a_value_for_an_empty_query_is_refused() =>
        Should.Throw<InvalidOperationException>(() => QueryShape.Of(typeof(Undecided))).Message.ShouldContain("Page needs a value");

    private static async Task<PeopleParameters> ReadAsync(string text)
    {
        var context = new DefaultHttpContext { Request = { QueryString = new QueryString(text) } };
        return (await PeopleParameters.BindAsync(context)).ShouldNotBeNull();
    }

    private static async Task<Error> RefusedAsync(string text) => (await Should.ThrowAsync<InvalidRequestException>(() => ReadAsync(text))).Error;

    private sealed record PeopleParameters(
        bool? IsActive,
        DateTimeOffset? Since,
        Guid? Id,
        [AllowedValues("user", "admin")] string? Role,
        [MaxLength(5)] string? Search,
        long? TokenId,
        PeriodParameters Period,
        [Range(1, 100)] int Page = 1,
        bool IsNew = true) : QueryParameters<PeopleParameters>;

    private sealed record Undecided(int Page);
}
