using Microsoft.EntityFrameworkCore;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Persistence;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Tests.Fixtures;

namespace ModuleX.Infrastructure.Tests.Persistence;

/// <summary>What people do at once: each race has one winner, and the others are told what they lost.</summary>
public abstract class IdentityRaceTests(TestDatabase database)
{
    private const int Many = 8;

    [ProviderFact]
    public async Task Of_many_who_register_one_email_at_once_one_succeeds_and_the_others_learn_why()
    {
        await using var useCases = await IdentityUseCases.StartAsync(database.StartProcess());
        var organization = await database.Main.AddTenantAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Task.Run(() => useCases.RegisterAsync(organization, "ada@example.com"))));

        results.Count(result => result.Error is null).ShouldBe(1);
        results.Select(result => result.Error).OfType<Error>().ShouldAllBe(error => error.Code == IdentityErrors.EmailTaken.Code);
    }

    [ProviderFact]
    public async Task Of_many_who_want_one_username_at_once_one_gets_it_and_the_others_learn_why()
    {
        await using var useCases = await IdentityUseCases.StartAsync(database.StartProcess());
        var organization = await database.Main.AddTenantAsync();

        var results = await Task.WhenAll(
            Enumerable.Range(0, Many).Select(number => Task.Run(() => useCases.RegisterAsync(organization, $"user{number}@example.com", "Ada"))));

        results.Count(result => result.Error is null).ShouldBe(1);
        results.Select(result => result.Error).OfType<Error>().ShouldAllBe(error => error.Code == IdentityErrors.UsernameTaken.Code);
    }

    [ProviderFact]
    public async Task Every_value_that_may_be_taken_has_its_unique_index()
    {
        await using var db = database.Main.OpenContext();

        // Refused by none of them, so all are looked up.
        var error = TakenValues.ErrorOf(new DbUpdateException("Refused", new InvalidOperationException()), db.Model, database.Main.Get<IDatabaseProvider>());

        error.ShouldBe(ConcurrencyErrors.LostRace);
    }

    [ProviderFact]
    public async Task Of_two_who_join_for_the_last_place_one_finds_the_organization_full()
    {
        await using var useCases = await IdentityUseCases.StartAsync(database.StartProcess());
        var organization = await database.Main.AddTenantAsync();
        await using (var work = await database.Main.BeginAsync(organization))
        {
            (await work.Organizations.FindDefaultAsync(default)).Change(new OrganizationChange(MaxUsers: 1), database.Main.Time.GetUtcNow()).Required();
            (await work.CommitAsync(default)).Required();
        }

        var results = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(number => Task.Run(() => useCases.RegisterAsync(organization, $"user{number}@example.com"))));

        results.Select(result => result.Error).OfType<Error>().ShouldBe([OrganizationErrors.Full(1)]);
    }

    [ProviderFact]
    public async Task Guesses_that_come_at_once_are_counted_one_after_the_other()
    {
        await using var useCases = await IdentityUseCases.StartAsync(database.StartProcess());
        var organization = await database.Main.AddTenantAsync();
        await useCases.RegisterAsync(organization, "ada@example.com");

        var results = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(number => Task.Run(() => useCases.SignInAsync(organization, "ada@example.com", $"guess {number}"))));

        results.Count(result => result.Error!.Code == IdentityErrors.CredentialsInvalid.Code).ShouldBe(LoginGuard.MaximumFailures);
        results.Count(result => result.Error!.Code == IdentityErrors.AccountLockedCode).ShouldBe(20 - LoginGuard.MaximumFailures);
        useCases.SecurityLog.Lines.Count(line => line == "account locked").ShouldBe(1);
        (await useCases.SignInAsync(organization, "ada@example.com")).Error!.Code.ShouldBe(IdentityErrors.AccountLockedCode);
    }

    [ProviderFact]
    public async Task Right_passwords_that_come_at_once_are_all_let_in()
    {
        await using var useCases = await IdentityUseCases.StartAsync(database.StartProcess());
        var organization = await database.Main.AddTenantAsync();
        await useCases.RegisterAsync(organization, "ada@example.com");
        (await useCases.SignInAsync(organization, "ada@example.com", "wrong")).Error.ShouldBe(IdentityErrors.CredentialsInvalid);

        var results = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Task.Run(() => useCases.SignInAsync(organization, "ada@example.com"))));

        results.ShouldAllBe(result => result.Error == null);
    }

    [ProviderFact]
    public async Task Of_many_refreshes_with_one_token_one_succeeds_at_most_and_the_session_ends()
    {
        var process = database.StartProcess();
        await using var useCases = await IdentityUseCases.StartAsync(process);
        var organization = await database.Main.AddTenantAsync();
        await useCases.RegisterAsync(organization, "ada@example.com");
        var signIn = (await useCases.SignInAsync(organization, "ada@example.com")).Required();

        var results = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Task.Run(() => useCases.RefreshAsync(signIn.RefreshToken))));

        results.Count(result => result.Error is null).ShouldBeLessThanOrEqualTo(1);
        results.Select(result => result.Error).OfType<Error>().ShouldAllBe(error => error.Code == IdentityErrors.RefreshTokenInvalid.Code);
        useCases.SecurityLog.Lines.ShouldContain("refresh token reused");
        foreach (var token in results.Where(result => result.Error is null).Select(result => result.Required()).Append(signIn))
        {
            (await process.AcceptsAsync(token.AccessToken)).ShouldBeFalse();
            (await useCases.RefreshAsync(token.RefreshToken)).Error.ShouldBe(IdentityErrors.RefreshTokenInvalid);
        }
    }

    /// <summary>A thief who has the old password must not get in while it is being changed.</summary>
    [ProviderFact]
    public async Task A_login_that_was_checked_before_the_password_changed_is_refused()
    {
        var process = database.StartProcess();
        await using var useCases = await IdentityUseCases.StartAsync(process);
        await using var slow = await IdentityUseCases.StartAsync(process);
        var organization = await database.Main.AddTenantAsync();
        await useCases.RegisterAsync(organization, "ada@example.com");
        var signIn = (await useCases.SignInAsync(organization, "ada@example.com")).Required();
        var caller = new Caller((await process.Get<IAccessTokens>().FindAsync(signIn.AccessToken, default)).Required(), ClientFacts.None);
        slow.Passwords.Checked = async () =>
        {
            slow.Passwords.Checked = () => Task.CompletedTask;
            (await useCases.SendAsync(new ChangePasswordCommand(caller, IdentityUseCases.Password, "Other-Harbour-43!"))).Required();
        };

        var late = await slow.SignInAsync(organization, "ada@example.com");

        late.Error.ShouldBe(IdentityErrors.CredentialsInvalid);
        (await useCases.SignInAsync(organization, "ada@example.com", "Other-Harbour-43!")).Required();
    }
}

[Provider("sqlite")]
public sealed class SqliteIdentityRaceTests(SqliteDatabase database) : IdentityRaceTests(database), IClassFixture<SqliteDatabase>;

[Provider("postgresql")]
[Collection(PostgreSqlCluster.Collection)]
public sealed class PostgreSqlIdentityRaceTests(PostgreSqlDatabase database) : IdentityRaceTests(database), IClassFixture<PostgreSqlDatabase>;
