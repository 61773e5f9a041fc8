using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ModuleX.Application.Identity;
using ModuleX.Infrastructure.Security.Passwords;
using PasswordOptions = ModuleX.Infrastructure.Security.Passwords.PasswordOptions;

namespace ModuleX.Infrastructure.Tests.Security;

public sealed class PasswordHashingTests
{
    private const string Password = "SecurePassword123!";

    [Fact]
    public async Task Right_password_is_right_and_another_is_not()
    {
        using var passwords = WithRounds(20_000);
        var hash = await passwords.HashAsync(Password, default);

        (await passwords.VerifyAsync(hash, Password, default)).ShouldBe(PasswordVerdict.Right);
        (await passwords.VerifyAsync(hash, Password + " ", default)).ShouldBe(PasswordVerdict.Wrong);
        (await passwords.HashAsync(Password, default)).ShouldNotBe(hash, "each has its own salt");
    }

    [Fact]
    public async Task Hash_of_fewer_rounds_is_right_but_outdated_and_one_of_more_is_not()
    {
        using var few = WithRounds(10_000);
        using var many = WithRounds(20_000);

        (await many.VerifyAsync(await few.HashAsync(Password, default), Password, default)).ShouldBe(PasswordVerdict.RightButOutdated);
        (await many.VerifyAsync(await few.HashAsync(Password, default), "wrong", default)).ShouldBe(PasswordVerdict.Wrong);
        (await few.VerifyAsync(await many.HashAsync(Password, default), Password, default)).ShouldBe(PasswordVerdict.Right);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Unknown_account_costs_as_many_hashes_as_a_known_one_from_the_first_on(bool isKnown)
    {
        var hasher = new CountedHasher();
        using var passwords = new FrameworkPasswords(hasher);
        var hash = isKnown ? "the hash of a user" : null;

        (await passwords.VerifyAsync(hash, Password, default)).ShouldBe(PasswordVerdict.Wrong);
        (hasher.Hashed, hasher.Verified).ShouldBe((1, 1), "the first one makes what unknown accounts are checked against");
        (await passwords.VerifyAsync(hash, Password, default)).ShouldBe(PasswordVerdict.Wrong);
        (hasher.Hashed, hasher.Verified).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Accents_open_however_a_keyboard_writes_them_and_a_hash_from_before_opens_as_it_was_typed()
    {
        const string composed = "Caf\u00E9 12345", decomposed = "Cafe\u0301 12345";
        var older = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 20_000 }));
        using var passwords = WithRounds(20_000);

        var hash = await passwords.HashAsync(decomposed, default);
        foreach (var typed in (string[])[composed, decomposed]) (await passwords.VerifyAsync(hash, typed, default)).ShouldBe(PasswordVerdict.Right);
        (await passwords.VerifyAsync(older.HashPassword(new(), decomposed), decomposed, default)).ShouldBe(PasswordVerdict.RightButOutdated);
        (await passwords.VerifyAsync(older.HashPassword(new(), composed), decomposed, default)).ShouldBe(PasswordVerdict.Right);
        (await passwords.VerifyAsync(hash, decomposed + "6", default)).ShouldBe(PasswordVerdict.Wrong);
    }

    [Fact]
    public async Task Unknown_account_is_wrong_even_where_the_password_is_the_one_it_is_checked_against()
    {
        using var passwords = new FrameworkPasswords(new CountedHasher { Result = PasswordVerificationResult.Success });

        (await passwords.VerifyAsync(null, Password, default)).ShouldBe(PasswordVerdict.Wrong);
    }

    private static FrameworkPasswords WithRounds(int rounds) => new(Options.Create(new PasswordOptions { Iterations = rounds }));

    private sealed class CountedHasher : IPasswordHasher<object>
    {
        private int _hashed;
        private int _verified;

        public PasswordVerificationResult Result { get; init; }

        public int Hashed => _hashed;

        public int Verified => _verified;

        public string HashPassword(object user, string password) => $"hash {Interlocked.Increment(ref _hashed)}";

        public PasswordVerificationResult VerifyHashedPassword(object user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return Result;
        }
    }
}
