using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using ModuleX.Api.Hosting;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Results;

namespace ModuleX.Api.Tests.Hosting;

public sealed class QueryValuesTests
{
    private const string Id = "0198c7a4-6f0e-7d3a-9f55-0a1b2c3d4e5f";

    [Theory]
    [InlineData("")]
    [InlineData("?page=&is_active=&since=&id=&role=&search=")]
    [InlineData("?page&is_active&since&id&role&search")]
    public void What_is_not_given_or_empty_is_absent(string text)
    {
        var query = Of(text);

        query.Int("page", 1, minimum: 1).ShouldBe(1);
        query.OptionalInt("page").ShouldBeNull();
        query.Bool("is_active").ShouldBeNull();
        query.Bool("is_active", true).ShouldBeTrue();
        query.Time("since").ShouldBeNull();
        query.Uuid("id").ShouldBeNull();
        query.Word("role", "user", "admin").ShouldBeNull();
        query.Text("search").ShouldBeNull();
        query.ThrowIfInvalid();
    }

    [Fact]
    public void What_is_given_is_read()
    {
        var query = Of($"?page=3&is_active=True&id={Id}&role=ADMIN&search=ada%20l");

        query.Int("page", 1, minimum: 1, maximum: 3).ShouldBe(3);
        query.Bool("is_active", false).ShouldBeTrue();
        query.Uuid("id").ShouldBe(Guid.Parse(Id));
        query.Word("role", "user", "admin").ShouldBe("admin");
        query.Text("search").ShouldBe("ada l");
        query.ThrowIfInvalid();
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("TRUE", true)]
    [InlineData("false", false)]
    public void Truth_has_a_few_words(string text, bool value) => Of($"?b={text}").Bool("b").ShouldBe(value);

    [Theory]
    [InlineData("2025-01-31", "2025-01-31T00:00:00.0000000Z")]
    [InlineData("2025-01-31T12:30", "2025-01-31T12:30:00.0000000Z")]
    [InlineData("2025-01-31T12:30:15Z", "2025-01-31T12:30:15.0000000Z")]
    [InlineData("2025-01-31T12:30:15", "2025-01-31T12:30:15.0000000Z")]
    [InlineData("2025-01-31T12:30:15.123Z", "2025-01-31T12:30:15.1230000Z")]
    [InlineData("2025-01-31T12:30:15.1234567", "2025-01-31T12:30:15.1234567Z")]
    [InlineData("2025-01-31T12:30:15%2B02:00", "2025-01-31T10:30:15.0000000Z")]
    public void Times_are_in_utc(string text, string time)
    {
        var read = Of($"?t={text}").Time("t").ShouldNotBeNull();

        read.Offset.ShouldBe(TimeSpan.Zero);
        read.UtcDateTime.ToString("O").ShouldBe(time);
    }

    [Theory]
    [InlineData("2025-01-31", "2025-02-01T00:00:00.0000000Z")]
    [InlineData("2025-01-31T00:00", "2025-01-31T00:00:00.0000000Z")]
    [InlineData("9999-12-31", "9999-12-31T00:00:00.0000000Z")]
    public void A_period_that_ends_on_a_date_has_that_whole_day(string text, string time) =>
        Of($"?t={text}").EndTime("t").ShouldNotBeNull().UtcDateTime.ToString("O").ShouldBe(time);

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
    public void What_is_wrong_is_told_with_its_rule_and_limits(string text, string rule, string message)
    {
        var query = Of("?" + text);
        ReadAll(query);

        var problem = Should.Throw<InvalidRequestException>(query.ThrowIfInvalid).Error.Problems.ShouldHaveSingleItem();
        problem.Pointer.ShouldBe("/" + text.Split('=')[0]);
        problem.Source.ShouldBe(ProblemSource.Query);
        problem.Message.ShouldBe(message);
        $"{problem.Rule} {string.Join(' ', problem.Limits.Select(limit => $"{limit.Key}={limit.Value}"))}".ShouldBe(rule);
        problem.Input.ShouldNotBeNull();
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var query = Of("?page=0&is_active=perhaps&search=ada");
        ReadAll(query);
        query.Refuse("search", "must be a name");

        var error = Should.Throw<InvalidRequestException>(query.ThrowIfInvalid).Error;

        error.Code.ShouldBe(ValidationErrors.Code);
        error.Message.ShouldBe("page must be at least 1; is_active must be true or false; search must be a name");
    }

    [Fact]
    public void A_secret_is_not_given_back()
    {
        var query = Of("?token_id=hunter2");
        query.OptionalInt("token_id").ShouldBeNull();

        Should.Throw<InvalidRequestException>(query.ThrowIfInvalid).Error.Problems.Single().Input.ShouldBeNull();
    }

    private static QueryValues Of(string text) => new(new QueryCollection(QueryHelpers.ParseQuery(text)));

    private static void ReadAll(QueryValues query)
    {
        query.Int("page", 1, minimum: 1, maximum: 100);
        query.Bool("is_active");
        query.Time("since");
        query.Uuid("id");
        query.Word("role", "user", "admin");
        query.Text("search", maximumLength: 5);
    }
}
