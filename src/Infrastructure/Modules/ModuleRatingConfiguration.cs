using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Modules;

namespace ModuleX.Infrastructure.Modules;

internal sealed class ModuleRatingConfiguration : IEntityTypeConfiguration<ModuleRating>
{
    public void Configure(EntityTypeBuilder<ModuleRating> builder)
    {
        builder.ToTable("module_ratings");
        builder.HasKey(rating => new { rating.UserId, rating.Module });
        builder.Property(rating => rating.Module).HasMaxLength(Module.MaximumNameLength);
        builder.HasIndex(rating => rating.Module);
        builder.HasOne<User>().WithMany().HasForeignKey(rating => rating.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
