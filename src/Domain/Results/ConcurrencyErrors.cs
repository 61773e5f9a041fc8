namespace ModuleX.Domain.Results;

/// <summary>What any change may meet when others change the same thing.</summary>
public static class ConcurrencyErrors
{
    public static Error LostRace { get; } = new(ErrorKind.Conflict, "lost_race", "Somebody else changed this at the same time; read it again and retry");

    public static Error Duplicate { get; } = new(ErrorKind.Conflict, "duplicate", "Something with these unique values already exists");
}
