namespace ModuleX.Application.Access;

/// <summary>How long the texts of roles and permissions may be.</summary>
internal static class AccessRules
{
    public const int MaximumNameLength = 100;
    public const int MaximumDescriptionLength = 500;
    public const int MaximumResourceLength = 100;
    public const int MaximumActionLength = 50;
}
