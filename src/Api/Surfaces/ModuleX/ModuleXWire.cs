using ModuleX.Application.Organizations;

namespace ModuleX.Api.Surfaces.ModuleX;

/// <summary>Something that was done and has nothing to show.</summary>
/// <param name="Message">For people.</param>
internal sealed record DoneResponse(bool Success, string Message)
{
    public static DoneResponse Of(OrganizationView view) => new(true, $"Organization '{view.Name}' deleted successfully");

    public static DoneResponse Of(AddedMemberView added) => new(true, added.WasMember
        ? $"Role of the user in organization '{added.OrganizationName}' changed successfully"
        : $"User added to organization '{added.OrganizationName}' successfully");

    public static DoneResponse Of(RemovedMemberView removed) => new(true, removed.MovedToDefault
        ? $"User removed from organization '{removed.OrganizationName}' and moved to default organization"
        : $"User removed from organization '{removed.OrganizationName}'");
}
