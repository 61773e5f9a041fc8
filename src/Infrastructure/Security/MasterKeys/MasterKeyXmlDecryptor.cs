using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace ModuleX.Infrastructure.Security.MasterKeys;

/// <summary>Opens the secret parts of the key ring. Data Protection makes it by the name that the stored element carries.</summary>
internal sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        MasterKeyElement.Decrypt(encryptedElement, services.GetRequiredService<MasterKeySource>().Required);
}
