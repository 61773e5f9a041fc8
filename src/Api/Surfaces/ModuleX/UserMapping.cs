using ModuleX.Api.Hosting;
using ModuleX.Application.Identity;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Accounts that are made for somebody, on the wire.</summary>
internal static class UserMapping
{
    public static CreatedUserResponse ToCreated(this UserView user) => new(
        true, $"User '{user.Email}' created successfully",
        new(user.Id.ToString(), user.Email, user.Username, user.Role.ToWire(), user.IsActive, user.CreatedAt.ToWire()));
}
