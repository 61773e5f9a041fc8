using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Configuration;
using ModuleX.Domain.Identity;

namespace ModuleX.Infrastructure.Preferences;

internal sealed class UserPreferencesConfiguration : IEntityTypeConfiguration<UserPreferences>
{
    public void Configure(EntityTypeBuilder<UserPreferences> builder)
    {
        builder.ToTable("user_preferences");
        builder.HasKey(preferences => preferences.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(preferences => preferences.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
