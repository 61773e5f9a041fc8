using System.CommandLine;
using ModuleX.Application.Access;
using ModuleX.Application.Identity;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;

namespace ModuleX.Api.CommandLine;

/// <summary>The way back in where no super admin can sign in. Who may run this on the database may do everything anyhow.</summary>
internal static class UserCommands
{
    public static Command Create() => new("users", "The people of a tenant, for an operator who can't sign in") { ListUsers(), ResetPassword(), MakeAdmin() };

    private static Command ListUsers() => new Command("list", "List the users of a tenant, newest first")
        .DoesInTenant(async (services, _, tenant, cancellationToken) =>
        {
            Console.WriteLine("id\temail\tusername\trole\tactive\tlast login");
            foreach (var user in await services.GetRequiredService<IReader<User>>()
                .ListAsync<UserView>(tenant, new UsersSpec(new UserFilter()), cancellationToken))
                Console.WriteLine(string.Join('\t', user.Id, user.Email, user.Username, user.Role, user.IsActive ? "yes" : "no", Verb.Text(user.LastLoginAt)));
            return 0;
        });

    private static Command ResetPassword()
    {
        var name = Name();
        return new Command(
            "reset-password",
            "Give a user a new password and show it, this one time, on standard output; it ends the user's sessions and lifts a lock") { name }
            .DoesInTenant((services, parsed, tenant, cancellationToken) => Verb.ShowAsync(
                services.UseCases().SendAsync(new ResetPasswordCommand(Actor.System(tenant), parsed.GetRequiredValue(name)), cancellationToken),
                reset =>
                {
                    Console.Error.WriteLine($"The new password of {reset.User.Email}, shown this once. All sessions of this user have ended.");
                    if (!reset.User.IsActive) Console.Error.WriteLine("The user is not active.");
                    Console.WriteLine(reset.Password);
                }));
    }

    private static Command MakeAdmin()
    {
        var name = Name();
        return new Command("make-admin", "Make a user a super admin, and active") { name }
            .DoesInTenant((services, parsed, tenant, cancellationToken) => Verb.ShowAsync(
                services.UseCases().SendAsync(new MakeSuperAdminCommand(Actor.System(tenant), parsed.GetRequiredValue(name)), cancellationToken),
                user => Console.WriteLine($"{user.Email} is a super admin.")));
    }

    private static Argument<string> Name() => new("user") { Description = "The e-mail address or the username" };
}
