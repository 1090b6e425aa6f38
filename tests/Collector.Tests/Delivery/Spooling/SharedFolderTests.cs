using Collector.Delivery;
using Collector.Tests.Logging;

namespace Collector.Tests.Delivery.Spooling;

/// <summary>A spool in a folder where somebody else may write too: what that one prepared is not walked into.</summary>
public sealed class SharedFolderTests
{
    private const string Victim = "a file of somebody else's\n";

    [Test]
    public async Task A_link_in_the_place_of_its_own_files_leads_nowhere()
    {
        using TemporaryFolder folder = new();
        string victim = folder.Write("victim", Victim);
        string own = folder.File("own");
        File.CreateSymbolicLink(own, victim);

        IOException? refused = Assert.Throws<IOException>(() => PrivateFile.Open(own, FileShare.None));

        await Assert.That(refused!.Message).IsEqualTo("It is a link, which may lead anywhere.");
        await Assert.That(await File.ReadAllTextAsync(victim)).IsEqualTo(Victim);
    }

    [Test]
    public async Task Its_own_files_are_for_this_user_alone_to_write()
    {
        using TemporaryFolder folder = new();
        PrivateFile.Open(folder.File("own"), FileShare.None).Dispose();

        await Assert.That(File.GetUnixFileMode(folder.File("own")) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead))
            .IsEqualTo(UnixFileMode.None);
    }

    [Test]
    public async Task A_folder_that_another_user_put_there_is_refused()
    {
        if (Environment.UserName != "root")
        {
            Skip.Test("only root can give a folder to somebody else");
        }

        using TemporaryFolder folder = new();
        string spool = Directory.CreateDirectory(folder.File("spool")).FullName;
        using (System.Diagnostics.Process chown = System.Diagnostics.Process.Start("chown", ["12345", spool]))
        {
            await chown.WaitForExitAsync();
        }

        UserError? refused = Assert.Throws<UserError>(() =>
            Spool.Open(new(spool, 1 << 20, TimeSpan.FromDays(1), TimeSpan.Zero), LoggedLines.Nowhere).Dispose());

        await Assert.That(refused!.Message)
            .IsEqualTo($"spool: cannot use '{spool}': It belongs to another user (12345). Name a folder that this user may write to");
    }
}
