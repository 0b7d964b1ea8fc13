using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SshPublicKeys;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SshPublicKeys;

/// <summary>SSH keys for tests. Nobody has their private halves, for there are none.</summary>
internal static class SshGivens
{
    /// <summary>A key whose modulus begins with <paramref name="seed"/>, as one line.</summary>
    internal static string Line(byte seed, int bits = 2048, string name = "ssh-rsa") => $"{name} {Convert.ToBase64String(Blob(seed, bits, name))}";

    /// <summary>The same key as PEM.</summary>
    internal static string Pem(byte seed, int bits = 2048)
    {
        using var rsa = RSA.Create(new RSAParameters { Modulus = Modulus(seed, bits), Exponent = [1, 0, 1] });
        return rsa.ExportSubjectPublicKeyInfoPem();
    }

    /// <summary>Uploads a key.</summary>
    internal static string AddSshKey(this AccountFixture account, string user, byte seed)
    {
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        return account.Write<UploadSSHPublicKey, UploadSSHPublicKeyRequest, UploadSSHPublicKeyResponse>(
            new() { UserName = user, SSHPublicKeyBody = Line(seed) + " me@home" }).SSHPublicKey!.SSHPublicKeyId;
    }

    private static byte[] Blob(byte seed, int bits, string name) =>
        [.. Field(Encoding.ASCII.GetBytes(name)), .. Field([1, 0, 1]), .. Field([0, .. Modulus(seed, bits)])];

    private static byte[] Modulus(byte seed, int bits)
    {
        var modulus = new byte[bits / 8];
        modulus.AsSpan().Fill(seed);
        (modulus[0], modulus[^1]) = (0x80, 0xff);
        return modulus;
    }

    private static byte[] Field(byte[] content)
    {
        var field = new byte[4 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(field, content.Length);
        content.CopyTo(field, 4);
        return field;
    }
}
