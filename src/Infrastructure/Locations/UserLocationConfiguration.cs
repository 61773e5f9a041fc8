using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Locations;

namespace ModuleX.Infrastructure.Locations;

/// <summary>The index that allows one primary location a user is made by the context: its filter differs by provider.</summary>
internal sealed class UserLocationConfiguration : IEntityTypeConfiguration<UserLocation>
{
    public void Configure(EntityTypeBuilder<UserLocation> builder)
    {
        builder.ToTable("user_locations");
        builder.HasKey(link => new { link.UserId, link.LocationId });
        builder.HasIndex(link => link.LocationId);
        builder.HasOne<User>().WithMany().HasForeignKey(link => link.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Location>().WithMany().HasForeignKey(link => link.LocationId).OnDelete(DeleteBehavior.Restrict);
    }
}
