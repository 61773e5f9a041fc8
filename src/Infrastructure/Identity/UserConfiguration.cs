using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Identity;
using ModuleX.Domain.Organizations;
using ModuleX.Domain.Tenancy;

namespace ModuleX.Infrastructure.Identity;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.Property(user => user.Email).HasMaxLength(254);
        builder.Property(user => user.EmailKey).HasMaxLength(254);
        builder.Property(user => user.Username).HasMaxLength(100);
        builder.Property(user => user.UsernameKey).HasMaxLength(100);
        builder.Property(user => user.FirstName).HasMaxLength(100);
        builder.Property(user => user.LastName).HasMaxLength(100);
        builder.Property(user => user.PasswordHash).HasMaxLength(256);
        builder.Property(user => user.SearchText).HasMaxLength(600);
        builder.Property(user => user.Version).IsConcurrencyToken();
        builder.HasIndex(user => new { user.TenantId, user.EmailKey }).IsUnique();
        builder.HasIndex(user => new { user.TenantId, user.UsernameKey }).IsUnique();
        builder.HasIndex(user => new { user.TenantId, user.Number }).IsUnique();
        // Lists, counts and searches read these alone; a row is fetched only where it is shown. No order of an index finds a text in the
        // middle of another, so a search looks through all entries, but they are less than half as long as the rows. Both begin with the
        // tenant, which every question names: SQLite has no statistics of the rows, and follows the index that has more of what is asked for.
        builder.HasIndex(user => new { user.TenantId, user.CreatedAt, user.Id, user.IsActive, user.SearchText }, "ix_users_of_tenant");
        builder.HasIndex(user => new { user.TenantId, user.OrganizationId, user.CreatedAt, user.Id, user.IsActive, user.SearchText },
            "ix_users_of_organization");
        builder.HasQueryFilter("deleted", user => user.DeletedAt == null);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(user => user.TenantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(user => user.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
