using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Collector.Tests;

/// <summary>A recorded host's folder in which something is wrong with some of the files.</summary>
internal static partial class DamagedTree
{
    private static readonly string[] s_numbers =
    [
        "18446744073709551616", "99999999999999999999999999999999999999", "-1", "0", "9223372036854775808", "1e400", "NaN", "0x7f", "", "1.5",
    ];

    /// <summary>Copies a folder, and damages some of it.</summary>
    /// <param name="from">The folder as it should be.</param>
    /// <param name="to">A new folder.</param>
    /// <param name="seed">What is damaged, and how, follows from it.</param>
    public static void Make(string from, string to, int seed)
    {
        Random random = new(seed);
        int oneIn = random.Next(1, 6);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (new FileInfo(file).LinkTarget is string target)
            {
                File.CreateSymbolicLink(copy, target);
            }
            else if (random.Next(oneIn) == 0)
            {
                Damage(random, file, copy);
            }
            else
            {
                File.Copy(file, copy);
            }
        }
    }

    private static void Damage(Random random, string file, string copy)
    {
        byte[] text = File.ReadAllBytes(file);
        switch (random.Next(12))
        {
            case 0:
                File.WriteAllBytes(copy, text[..random.Next(text.Length + 1)]);
                break;
            case 1:
                random.NextBytes(text);
                File.WriteAllBytes(copy, text);
                break;
            case 2:
                File.WriteAllText(copy, Number().Replace(
                    Encoding.Latin1.GetString(text), number => random.Next(4) == 0 ? s_numbers[random.Next(s_numbers.Length)] : number.Value), Encoding.Latin1);
                break;
            case 3:
                Directory.CreateDirectory(copy);
                break;
            case 4:
                File.CreateSymbolicLink(copy, Path.GetFileName(copy));
                break;
            case 5:
                File.CreateSymbolicLink(copy, "/dev/zero");
                break;
            case 6:
                _ = mkfifo(copy, 0x180);
                break;
            case 7:
                File.CreateSymbolicLink(copy, "..");
                break;
            case 8:
                Array.Fill(text, (byte)'\n');
                File.WriteAllBytes(copy, text);
                break;
            case 9:
                File.WriteAllText(copy, new string(random.Next(2) == 0 ? '9' : ' ', 20_000) + "\n");
                break;
            case 10:
                for (int change = 0; change < 20 && text.Length > 0; change++)
                {
                    text[random.Next(text.Length)] = (byte)random.Next(256);
                }

                File.WriteAllBytes(copy, text);
                break;
            default:
                string[] lines = Encoding.Latin1.GetString(text).Split('\n');
                random.Shuffle(lines);
                File.WriteAllText(copy, string.Join(random.Next(2) == 0 ? "\n" : "\n\n", [.. lines, .. lines]), Encoding.Latin1);
                break;
        }
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int mkfifo(string path, uint mode);
}
