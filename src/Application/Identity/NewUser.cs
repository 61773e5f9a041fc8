using System.Security.Cryptography;
using ModuleX.Application.Organizations;
using ModuleX.Application.Persistence;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>What an account is made of.</summary>
/// <param name="Username">Null for one that is made from the e-mail address.</param>
internal sealed record NewUser(
    string Email, string? Username, string? FirstName, string? LastName, string PasswordHash, SystemRole Role, Organization Organization,
    MembershipRole Membership = MembershipRole.Member)
{
    private const long NumberLimit = 1L << 53;

    /// <summary>Adds the account and its membership to the unit of work. Conflict: a name is taken, or the organization is full.</summary>
    public static async Task<Result<User>> CreateAsync(IUnitOfWork work, NewUser wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((await work.Users.CheckNamesAsync(wanted.Email, wanted.Username, null, cancellationToken)).Failed(out var error, out _)) return error;
        var number = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & (NumberLimit - 1) | 1;
        var username = wanted.Username ?? await ChooseUsernameAsync(work, wanted.Email, number, cancellationToken);
        var user = User.Create(
            new UserId(Guid.CreateVersion7(now)), wanted.Organization.TenantId, number, wanted.Email, username, wanted.FirstName, wanted.LastName,
            wanted.PasswordHash, wanted.Role, wanted.Organization.Id, now);
        work.Users.Add(user);
        return (await work.JoinAsync(wanted.Organization, user.Id, wanted.Membership, now, cancellationToken)).Failed(out error, out _) ? error : user;
    }

    public override string ToString() => nameof(NewUser);

    private static async Task<string> ChooseUsernameAsync(IUnitOfWork work, string email, long number, CancellationToken cancellationToken)
    {
        var plain = Usernames.From(email, null);
        return (await work.Users.CheckNamesAsync(null, plain, null, cancellationToken)).Error is null ? plain : Usernames.From(email, number);
    }
}
