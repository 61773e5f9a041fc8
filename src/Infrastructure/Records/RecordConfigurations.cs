using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ModuleX.Domain.Records;

namespace ModuleX.Infrastructure.Records;

/// <summary>The table that grows fastest: one number as its key, and two indexes that every row is in.</summary>
internal sealed class RecordEntryConfiguration : IEntityTypeConfiguration<RecordEntry>
{
    public void Configure(EntityTypeBuilder<RecordEntry> builder)
    {
        builder.ToTable("records");
        builder.Property(entry => entry.Id).ValueGeneratedOnAdd();
        builder.Property(entry => entry.UserId).HasMaxLength(RecordLimits.Owner);
        builder.Property(entry => entry.Category).HasMaxLength(RecordLimits.Name);
        builder.Property(entry => entry.Message).HasMaxLength(RecordLimits.Text);
        builder.Property(entry => entry.ToolName).HasMaxLength(RecordLimits.Name);
        builder.Property(entry => entry.ActionName).HasMaxLength(RecordLimits.Name);
        builder.Property(entry => entry.Endpoint).HasMaxLength(RecordLimits.Endpoint);
        builder.Property(entry => entry.Method).HasMaxLength(10);
        builder.Property(entry => entry.IpAddress).HasMaxLength(RecordLimits.Name);
        builder.Property(entry => entry.Code).HasMaxLength(RecordLimits.Name);
        builder.Property(entry => entry.Details).HasMaxLength(RecordLimits.Text);
        builder.Ignore(entry => entry.AuthMethod);
        builder.HasIndex(entry => new { entry.TenantId, entry.OrganizationId, entry.At });
        builder.HasIndex(entry => new { entry.TenantId, entry.Kind, entry.At });
        builder.HasIndex(entry => new { entry.TenantId, entry.Code, entry.IpAddress, entry.At }, "ix_records_security").HasFilter("kind = 2");
        builder.HasIndex(entry => new { entry.TenantId, entry.UserId, entry.At }, "ix_records_user").HasFilter("kind = 3");
    }
}

/// <summary>How long the texts of records are at most; longer ones are cut when they are written.</summary>
internal static class RecordLimits
{
    public const int Name = 64;
    public const int Owner = 128;
    public const int Endpoint = 200;
    public const int Text = 500;
}

internal sealed class SumConfiguration : IEntityTypeConfiguration<SumRow>
{
    public void Configure(EntityTypeBuilder<SumRow> builder)
    {
        builder.ToTable("sums");
        builder.HasKey(row => new { row.TenantId, row.OrganizationId, row.Measure, row.Grain, row.Start, row.Subject, row.Detail });
        builder.Property(row => row.Subject).HasMaxLength(RecordLimits.Endpoint);
        builder.Property(row => row.Detail).HasMaxLength(RecordLimits.Name);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => new { row.Grain, row.Start });
    }
}

internal sealed class PresenceConfiguration : IEntityTypeConfiguration<PresenceRow>
{
    public void Configure(EntityTypeBuilder<PresenceRow> builder)
    {
        builder.ToTable("presences");
        builder.HasKey(row => new { row.TenantId, row.OrganizationId, row.Grain, row.Start, row.Owner, row.Tool });
        builder.Property(row => row.Owner).HasMaxLength(RecordLimits.Owner);
        builder.Property(row => row.Tool).HasMaxLength(RecordLimits.Name);
        builder.HasIndex(row => new { row.Grain, row.Start });
    }
}

internal sealed class SystemHourConfiguration : IEntityTypeConfiguration<SystemHourRow>
{
    public void Configure(EntityTypeBuilder<SystemHourRow> builder)
    {
        builder.ToTable("system_hours");
        builder.HasKey(row => row.Start);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class WriterSumConfiguration : IEntityTypeConfiguration<WriterSumRow>
{
    public void Configure(EntityTypeBuilder<WriterSumRow> builder)
    {
        builder.ToTable("writer_sums");
        builder.HasKey(row => new { row.TenantId, row.OrganizationId, row.Measure, row.Grain, row.Start, row.Subject, row.Detail, row.WriterId });
        builder.Property(row => row.Subject).HasMaxLength(RecordLimits.Endpoint);
        builder.Property(row => row.Detail).HasMaxLength(RecordLimits.Name);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => new { row.Grain, row.Start });
    }
}

internal sealed class WriterPresenceConfiguration : IEntityTypeConfiguration<WriterPresenceRow>
{
    public void Configure(EntityTypeBuilder<WriterPresenceRow> builder)
    {
        builder.ToTable("writer_presences");
        builder.HasKey(row => new { row.TenantId, row.OrganizationId, row.Grain, row.Start, row.Owner, row.Tool, row.WriterId });
        builder.Property(row => row.Owner).HasMaxLength(RecordLimits.Owner);
        builder.Property(row => row.Tool).HasMaxLength(RecordLimits.Name);
        builder.HasIndex(row => new { row.Grain, row.Start });
    }
}

internal sealed class WriterSystemHourConfiguration : IEntityTypeConfiguration<WriterSystemHourRow>
{
    public void Configure(EntityTypeBuilder<WriterSystemHourRow> builder)
    {
        builder.ToTable("writer_system_hours");
        builder.HasKey(row => new { row.Start, row.WriterId });
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class SecurityAlertConfiguration : IEntityTypeConfiguration<SecurityAlertRow>
{
    public void Configure(EntityTypeBuilder<SecurityAlertRow> builder)
    {
        builder.ToTable("security_alerts");
        builder.Property(row => row.Id).ValueGeneratedOnAdd();
        builder.Property(row => row.EventType).HasMaxLength(RecordLimits.Name);
        builder.Property(row => row.IpAddress).HasMaxLength(RecordLimits.Name);
        builder.Property(row => row.UserId).HasMaxLength(RecordLimits.Owner);
        builder.Property(row => row.ToolName).HasMaxLength(RecordLimits.Name);
        builder.Property(row => row.Message).HasMaxLength(RecordLimits.Text);
        builder.HasIndex(row => new { row.TenantId, row.LastAt });
        builder.HasIndex(row => new { row.TenantId, row.EventType, row.LastAt });
    }
}
