using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace ModuleX.Infrastructure.Security.MasterKeys;

/// <summary>Encrypts the secret parts of the key ring with the current master key.</summary>
internal sealed class MasterKeyXmlEncryptor(MasterKeySource source) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(MasterKeyElement.Encrypt(plaintextElement, source.Required.Current), typeof(MasterKeyXmlDecryptor));
}
