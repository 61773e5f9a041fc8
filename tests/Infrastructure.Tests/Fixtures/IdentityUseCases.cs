using Microsoft.Extensions.DependencyInjection;
using ModuleX.Application;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Messaging;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Application.Pipeline;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;
using ModuleX.Infrastructure.Security.Tokens;
using ModuleX.Tests.Shared.Ports;

namespace ModuleX.Infrastructure.Tests.Fixtures;

/// <summary>The use cases of identity as they are registered, on the data layer of one process.</summary>
internal sealed class IdentityUseCases : IAsyncDisposable
{
    public const string Password = "Unusual-Harbour-42!";

    private readonly ServiceProvider _services;

    private IdentityUseCases(Installation process) => _services = new ServiceCollection()
        .AddApplication()
        .AddLogging()
        .AddOptions()
        .AddSingleton<ISecurityLog>(SecurityLog)
        .AddSingleton<TimeProvider>(process.Time)
        .AddSingleton(process.Get<IUnitsOfWork>())
        .AddSingleton(process.Get<IOutages>())
        .AddSingleton(process.Get<IReader<User>>())
        .AddSingleton(process.Get<IMembers>())
        .AddSingleton(process.Get<IRefreshTokenTenants>())
        .AddSingleton(process.Get<IPasswordPolicies>())
        .AddSingleton(process.Get<ILoginSessionLimits>())
        .AddSingleton(process.Get<IAccessTokens>())
        .AddSingleton<IPasswords>(Passwords)
        .BuildServiceProvider();

    public SecurityLogInMemory SecurityLog { get; } = new();

    public PlainPasswords Passwords { get; } = new();

    public static async Task<IdentityUseCases> StartAsync(Installation process)
    {
        // As the server does before it listens: SQLite has one write lock, and no key can be made while a login has it.
        await process.Get<SigningKeys>().StartAsync(default);
        return new IdentityUseCases(process);
    }

    public async Task<Result<T>> SendAsync<T>(ICommand<T> command)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUseCases>().SendAsync(command, CancellationToken.None);
    }

    public Task<Result<RegistrationView>> RegisterAsync(Organization organization, string email, string? username = null) =>
        SendAsync(new RegisterUserCommand(organization.TenantId, email, Password, username, null, null, null, SignsIn: false, ClientFacts.None));

    public Task<Result<SignInView>> SignInAsync(Organization organization, string email, string password = Password) =>
        SendAsync(new SignInCommand(organization.TenantId, email, password, new LoginTerms(), ClientFacts.None));

    public Task<Result<SignInView>> RefreshAsync(string token) => SendAsync(new RefreshLoginSessionCommand(null, token, Rotates: true, ClientFacts.None));

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>Hashes nothing, and tells when something is checked.</summary>
internal sealed class PlainPasswords : IPasswords
{
    /// <summary>Awaited after each check, before its answer is given.</summary>
    public Func<Task> Checked { get; set; } = () => Task.CompletedTask;

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) => Task.FromResult("plain:" + password);

    public async Task<PasswordVerdict> VerifyAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        await Checked();
        return hash == "plain:" + password ? PasswordVerdict.Right : PasswordVerdict.Wrong;
    }
}
