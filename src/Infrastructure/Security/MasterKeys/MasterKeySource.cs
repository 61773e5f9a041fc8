using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using ModuleX.Infrastructure.Persistence.Providers;
using ModuleX.Infrastructure.Persistence.Startup;

namespace ModuleX.Infrastructure.Security.MasterKeys;

/// <summary>
/// Where the master key comes from: the environment, or with SQLite and outside <c>Production</c> a file beside the database,
/// so that a first try needs no settings.
/// </summary>
internal sealed class MasterKeySource(IConfiguration configuration, IDatabaseProvider provider, IHostEnvironment environment)
{
    public const string Variable = "MODULEX_MASTER_KEY";
    public const string PreviousVariable = "MODULEX_MASTER_KEY_PREVIOUS";

    private const string HowToMake = "openssl rand -base64 32";

    /// <summary>Of 32 random bytes about 30 differ; that fewer than 16 do happens to less than one key in 10^15.</summary>
    private const int LeastDifferentBytes = 16;

    private readonly Lock _gate = new();
    private MasterKeyRing? _ring;

    /// <summary>Where the key file is; null where there can be none.</summary>
    public string? File => provider.Folder is { } folder && !environment.IsProduction() ? Path.Combine(folder, "master.key") : null;

    /// <summary>The keys.</summary>
    /// <exception cref="StartupException">There is none, or it is malformed.</exception>
    public MasterKeyRing Required => Find() ?? throw Missing();

    /// <summary>The keys, or null when there is none.</summary>
    /// <exception cref="StartupException">The key is malformed, or its file can be read by others.</exception>
    public MasterKeyRing? Find()
    {
        lock (_gate) return _ring ??= Read();
    }

    /// <summary>The keys; the key file is made where there is nothing yet.</summary>
    /// <exception cref="StartupException">There is no key and none may be made.</exception>
    public MasterKeyRing FindOrMake()
    {
        if (Find() is { } ring) return ring;
        MasterKeyFile.Make(File ?? throw Missing());
        return Required;
    }

    private MasterKeyRing? Read()
    {
        var given = configuration[Variable];
        var current = string.IsNullOrWhiteSpace(given) ? ReadFile() : Parse(given, Variable, mustBeRandom: environment.IsProduction());
        return current is null ? null : new MasterKeyRing(current, ReadPrevious());
    }

    private MasterKey? ReadFile() => File is { } file && MasterKeyFile.Read(file) is { } text ? Parse(text, file) : null;

    private ImmutableArray<MasterKey> ReadPrevious() =>
        [.. (configuration[PreviousVariable] ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => Parse(text, PreviousVariable))];

    /// <param name="mustBeRandom">False for keys from before, which must still open what they closed.</param>
    private static MasterKey Parse(string text, string where, bool mustBeRandom = false)
    {
        var bytes = new byte[MasterKey.Length];
        if (!Convert.TryFromBase64String(text.Trim(), bytes, out var length) || length != MasterKey.Length)
            throw new StartupException($"{where} must be the base64 of exactly {MasterKey.Length} bytes. Make one with: {HowToMake}");
        if (mustBeRandom && bytes.Distinct().Count() < LeastDifferentBytes)
        {
            throw new StartupException(
                $"{where} is no random key: zeros or a few bytes that repeat are the first that are tried. Make one with: {HowToMake}. "
                + $"To exchange it, put the old one into {PreviousVariable}");
        }
        var key = new MasterKey(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }

    private StartupException Missing() => new(
        File is null
            ? $"No master key: set {Variable} to the base64 of {MasterKey.Length} random bytes ({HowToMake}) and keep it safe. "
                + "Without it the stored credentials can't be read."
            : $"No master key: set {Variable}, or put the file {File} back.");
}
