using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Collector.Delivery;

namespace Collector.Tests.Delivery.Tls;

/// <summary>PEM files as people have them.</summary>
public sealed class TlsIdentityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestAuthority _authority = new("Test Authority");
    private readonly X509Certificate2 _own;

    public TlsIdentityTests() => _own = _authority.Sign("client.example");

    [Test]
    public async Task Several_authorities_may_stand_in_one_file_with_words_between_them()
    {
        using TestAuthority other = new("Other");
        string file = _folder.Write("ca.pem", $"Ours:\n{_authority.Pem}\nTheirs:\n{other.Pem}\n");
        string? error = TlsIdentity.Load(new(file, null, null), out TlsIdentity? identity);

        await Assert.That(error).IsNull();
        await Assert.That(identity!.Authorities!.Count).IsEqualTo(2);
    }

    [Test]
    public async Task A_certificate_and_its_key_may_stand_in_one_file()
    {
        string file = _folder.Write("own.pem", $"{TestAuthority.KeyOf(_own)}\n{_own.ExportCertificatePem()}\n{_authority.Pem}");
        string? error = TlsIdentity.Load(new(null, file, file), out TlsIdentity? identity);

        await Assert.That(error).IsNull();
        await Assert.That(identity!.Certificate!.TargetCertificate.Subject).IsEqualTo("CN=client.example");
    }

    [Test]
    public async Task A_file_that_is_not_there_is_named()
    {
        string file = _folder.File("gone.pem");

        await Assert.That(TlsIdentity.Load(new(file, null, null), out _)).StartsWith($"'ca': cannot read '{file}': ");
    }

    [Test]
    public async Task A_device_has_no_end_and_is_not_read()
    {
        string own = _folder.Write("own.pem", _own.ExportCertificatePem());

        await Assert.That(TlsIdentity.Load(new("/dev/zero", null, null), out _))
            .IsEqualTo("'ca': '/dev/zero' is a device, a pipe or a socket; name a file with PEM in it");
        await Assert.That(TlsIdentity.Load(new(null, "/dev/zero", own), out _)).StartsWith("'cert': '/dev/zero' is a device");
        await Assert.That(TlsIdentity.Load(new(null, own, "/dev/zero"), out _)).StartsWith("'key': '/dev/zero' is a device");
    }

    [Test]
    public async Task A_folder_is_told_as_the_system_does() =>
        await Assert.That(TlsIdentity.Load(new("/etc", null, null), out _)).IsEqualTo("'ca': cannot read '/etc': Is a directory (21)");

    [Test]
    public async Task A_file_of_one_MiB_is_no_PEM_and_a_little_less_is_read()
    {
        string most = _folder.Write("most.pem", _authority.Pem.PadRight((1 << 20) - 1));
        string more = _folder.Write("more.pem", _authority.Pem.PadRight(1 << 20));

        await Assert.That(TlsIdentity.Load(new(most, null, null), out _)).IsNull();
        await Assert.That(TlsIdentity.Load(new(more, null, null), out _))
            .IsEqualTo($"'ca': '{more}' is too long for PEM: it has 1 MiB or more");
    }

    [Test]
    public async Task A_file_without_certificates_says_what_was_expected()
    {
        string file = _folder.Write("ca.pem", TestAuthority.KeyOf(_own));

        await Assert.That(TlsIdentity.Load(new(file, null, null), out _))
            .IsEqualTo($"'ca': '{file}' holds no certificate; it is to be in PEM, which begins with -----BEGIN CERTIFICATE-----");
    }

    [Test]
    public async Task A_damaged_certificate_is_told_from_none()
    {
        string file = _folder.Write("ca.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        await Assert.That(TlsIdentity.Load(new(file, null, null), out _)).IsEqualTo($"'ca': a certificate in '{file}' is damaged");
    }

    [Test]
    public async Task The_key_of_another_certificate_is_noticed()
    {
        using X509Certificate2 other = _authority.Sign("other.example");
        string key = _folder.Write("own.key", TestAuthority.KeyOf(other));

        await Assert.That(LoadOwn(key)).IsEqualTo($"'key': the key in '{key}' is not that of the certificate in '{_folder.File("own.pem")}'");
    }

    [Test]
    public async Task An_encrypted_key_is_of_no_use()
    {
        using ECDsa key = _own.GetECDsaPrivateKey()!;
        PbeParameters parameters = new(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000);
        string file = _folder.Write("own.key", key.ExportEncryptedPkcs8PrivateKeyPem("secret", parameters));

        await Assert.That(LoadOwn(file)).StartsWith($"'key': '{file}' is encrypted");
    }

    [Test]
    public async Task A_file_without_a_key_says_what_was_expected()
    {
        string file = _folder.Write("own.key", _own.ExportCertificatePem());

        await Assert.That(LoadOwn(file))
            .IsEqualTo($"'key': '{file}' holds no private key; it is to be in PEM, which begins with -----BEGIN PRIVATE KEY-----");
    }

    public void Dispose()
    {
        _own.Dispose();
        _authority.Dispose();
        _folder.Dispose();
    }

    private string? LoadOwn(string key) =>
        TlsIdentity.Load(new(null, _folder.Write("own.pem", _own.ExportCertificatePem()), key), out _);
}
