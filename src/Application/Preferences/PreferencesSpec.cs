using Ardalis.Specification;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;

namespace ModuleX.Application.Preferences;

internal sealed class PreferencesSpec : Specification<UserPreferences>
{
    public PreferencesSpec(UserId user) => Query.Where(preferences => preferences.UserId == user);
}
