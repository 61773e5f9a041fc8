using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using ModuleX.Infrastructure.Persistence;

namespace ModuleX.Infrastructure.Security.MasterKeys;

/// <summary>Keeps Data Protection's key ring in the database. The interface is synchronous; it is called at start and once in months.</summary>
internal sealed class KeyRingRepository(IDbContextFactory<ModuleXDbContext> contexts) : IXmlRepository
{
    private const string DecryptorType = "decryptorType";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.DataProtectionKeys.OrderBy(row => row.Id).Select(row => row.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var stored = new XElement(element);
        // The decryptor without this assembly's version: else a key that a newer release made could not be read after going back to an older one.
        foreach (var attribute in stored.DescendantsAndSelf().Attributes(DecryptorType)
            .Where(attribute => attribute.Value == typeof(MasterKeyXmlDecryptor).AssemblyQualifiedName))
            attribute.Value = $"{typeof(MasterKeyXmlDecryptor).FullName}, {typeof(MasterKeyXmlDecryptor).Assembly.GetName().Name}";
        using var db = contexts.CreateDbContext();
        db.DataProtectionKeys.Add(
            new DataProtectionKeyRow { Id = Guid.CreateVersion7(), FriendlyName = friendlyName, Xml = stored.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
