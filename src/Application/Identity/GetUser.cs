using ModuleX.Application.Access;
using ModuleX.Application.Messaging;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Results;

namespace ModuleX.Application.Identity;

/// <summary>A user whom the caller reaches. NotFound: unknown, or of another organization.</summary>
public sealed record GetUserQuery(Caller Caller, UserId User) : IQuery<UserView>;

internal sealed class GetUserHandler(IUserDirectory users) : IQueryHandler<GetUserQuery, UserView>
{
    public async Task<Result<UserView>> Handle(GetUserQuery query, CancellationToken cancellationToken) =>
        (await users.FindReachedAsync(query.Caller, query.User, cancellationToken)).Failed(out var error, out var user) ? error : UserView.Of(user);
}
