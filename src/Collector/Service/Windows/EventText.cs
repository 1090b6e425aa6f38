using System.Text;
using Collector.Interop;

namespace Collector.Service.Windows;

/// <summary>A text of an event that arrives as it is: the viewer takes a number behind a percent sign for a place to fill in.</summary>
internal static class EventText
{
    public static string Of(string text)
    {
        StringBuilder result = new(text.Length);
        for (int index = 0; index < text.Length && result.Length < Advapi32.LongestEventText; index++)
        {
            if (char.IsAsciiDigit(text[index]) && index > 0 && text[index - 1] == '%')
            {
                result.Append(' ');
            }

            result.Append(text[index]);
        }

        return result.ToString(0, Math.Min(result.Length, Advapi32.LongestEventText));
    }
}
