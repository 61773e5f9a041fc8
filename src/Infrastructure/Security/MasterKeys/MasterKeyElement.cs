using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace ModuleX.Infrastructure.Security.MasterKeys;

/// <summary>How a secret part of the key ring looks in XML once it is encrypted: the master key's id, and the cipher text in base64.</summary>
internal static class MasterKeyElement
{
    private static readonly XName Name = "masterKeyEncrypted";
    private static readonly XName KeyId = "keyId";

    public static XElement Encrypt(XElement plain, MasterKey key)
    {
        var bytes = Encoding.UTF8.GetBytes(plain.ToString(SaveOptions.DisableFormatting));
        var element = new XElement(Name, new XAttribute(KeyId, key.Id), Convert.ToBase64String(key.Encrypt(bytes)));
        CryptographicOperations.ZeroMemory(bytes);
        return element;
    }

    /// <exception cref="CryptographicException">The key was not given, or the element was changed.</exception>
    public static XElement Decrypt(XElement element, MasterKeyRing ring) => XElement.Parse(Encoding.UTF8.GetString(Open(element, ring)));

    /// <summary>Encrypts every such part of a document anew. False when all of them have this key already.</summary>
    public static bool Reencrypt(XElement document, MasterKeyRing ring)
    {
        var old = document.Descendants(Name).Where(element => (string?)element.Attribute(KeyId) != ring.Current.Id).ToList();
        foreach (var element in old) element.ReplaceWith(Encrypt(Decrypt(element, ring), ring.Current));
        return old.Count > 0;
    }

    private static byte[] Open(XElement element, MasterKeyRing ring)
    {
        var id = (string?)element.Attribute(KeyId) ?? "";
        var key = ring.Find(id) ?? throw new CryptographicException($"The master key {id} is needed and was not given.");
        return key.Decrypt(Convert.FromBase64String(element.Value));
    }
}
