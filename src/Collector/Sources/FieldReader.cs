using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Collector.Sources;

/// <summary>Reads the blank-separated columns of a line, from left to right. Columns count from 0.</summary>
internal ref struct FieldReader(ReadOnlySpan<byte> line)
{
    private ReadOnlySpan<byte> _rest = line;
    private int _column;

    /// <summary>What was wrong with the first column that could not be read.</summary>
    public FaultKind Problem { get; private set; }

    /// <summary>The column that <see cref="Problem"/> speaks of.</summary>
    public int ProblemColumn { get; private set; }

    /// <summary>Whether a token is a whole number without a sign.</summary>
    public static bool IsInteger(ReadOnlySpan<byte> token) =>
        !token.IsEmpty && !token.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>
    /// What was wrong with the line; <see cref="Fault.None"/> if nothing was. For people, who count columns from 1.
    /// </summary>
    public readonly Fault FaultIn(string file, int line) => Problem == FaultKind.None
        ? Fault.None
        : new(Problem, file, Line: line, Field: (ProblemColumn + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>Takes the next column as it is.</summary>
    /// <returns>False at the line's end.</returns>
    public bool TryNext(out ReadOnlySpan<byte> token)
    {
        ReadOnlySpan<byte> rest = _rest;
        int start = 0;
        while (start < rest.Length && IsBlank(rest[start]))
        {
            start++;
        }

        int end = start;
        while (end < rest.Length && !IsBlank(rest[end]))
        {
            end++;
        }

        token = rest[start..end];
        _rest = rest[end..];
        _column++;
        return end > start;
    }

    /// <summary>Takes what follows a prefix in the next column.</summary>
    /// <returns>False if the column has another beginning, or nothing behind it.</returns>
    public bool TryNext(ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> token) =>
        TryNext(out token) && TryStrip(prefix, ref token);

    /// <summary>Takes the next column if it is a certain text.</summary>
    public bool TryMatch(ReadOnlySpan<byte> text) => TryNext(out ReadOnlySpan<byte> token) && token.SequenceEqual(text);

    /// <summary>Takes what stands between a prefix and a delimiter.</summary>
    public bool TryNextUntil(ReadOnlySpan<byte> prefix, byte delimiter, out ReadOnlySpan<byte> token) =>
        TryNextUntil(delimiter, out token) && TryStrip(prefix, ref token);

    /// <summary>Takes what stands before a delimiter, which need not have a blank after it (<c>eth0:12</c>).</summary>
    public bool TryNextUntil(byte delimiter, out ReadOnlySpan<byte> token)
    {
        ReadOnlySpan<byte> rest = _rest.TrimStart((byte)' ');
        int end = rest.IndexOf(delimiter);
        if (end <= 0)
        {
            token = default;
            return false;
        }

        token = rest[..end];
        _rest = rest[(end + 1)..];
        _column++;
        return true;
    }

    /// <summary>Takes the key of a <c>Key: value</c> or <c>key value</c> line.</summary>
    public ReadOnlySpan<byte> NextKey()
    {
        TryNext(out ReadOnlySpan<byte> token);
        return token.TrimEnd((byte)':');
    }

    /// <summary>Reads a whole number from 0 to 2^64-1.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="value">The number.</param>
    /// <param name="isOptional">Whether a line without the column is in order.</param>
    public bool TryReadWhole(int column, out ulong value, bool isOptional = false)
    {
        value = 0;
        if (!TryMoveTo(column, isOptional, out ReadOnlySpan<byte> token))
        {
            return false;
        }

        foreach (byte character in token)
        {
            uint digit = (uint)(character - '0');
            ulong next = unchecked((value * 10) + digit);
            if (digit > 9 || value > ulong.MaxValue / 10 || next < digit)
            {
                return Fail(IsInteger(token) ? FaultKind.TooLarge : FaultKind.NotANumber, column);
            }

            value = next;
        }

        return true;
    }

    /// <summary>Reads a whole number and multiplies it; a product beyond 2^64-1 is a problem, and no value.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="factor">What it is multiplied by.</param>
    /// <param name="value">The product.</param>
    /// <param name="isOptional">Whether a line without the column is in order.</param>
    public bool TryReadScaled(int column, ulong factor, out ulong value, bool isOptional = false) =>
        TryReadWhole(column, out value, isOptional)
        && (Math.BigMul(value, factor, out value) == 0 || Fail(FaultKind.TooLarge, column));

    /// <summary>Reads a whole number in hexadecimal digits, without a prefix.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="value">The number.</param>
    public bool TryReadHexadecimal(int column, out ulong value)
    {
        value = 0;
        return TryMoveTo(column, isOptional: false, out ReadOnlySpan<byte> token)
            && ((Utf8Parser.TryParse(token, out value, out int used, 'x') && used == token.Length)
                || Fail(FaultKind.NotANumber, column));
    }

    /// <summary>Reads a number with or without a fraction.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="value">The number.</param>
    /// <param name="isOptional">Whether a line without the column is in order.</param>
    public bool TryReadDecimal(int column, out double value, bool isOptional = false)
    {
        value = 0;
        if (!TryMoveTo(column, isOptional, out ReadOnlySpan<byte> token))
        {
            return false;
        }

        return (Utf8Parser.TryParse(token, out value, out int used, 'F') && used == token.Length && double.IsFinite(value))
            || Fail(FaultKind.NotANumber, column);
    }

    /// <summary>Blanks, tabs and whatever else has no shape. Every byte of every file passes here, hence inlined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBlank(byte character) => character <= (byte)' ';

    private static bool TryStrip(ReadOnlySpan<byte> prefix, ref ReadOnlySpan<byte> token)
    {
        if (token.Length <= prefix.Length || !token.StartsWith(prefix))
        {
            return false;
        }

        token = token[prefix.Length..];
        return true;
    }

    private bool TryMoveTo(int column, bool isOptional, out ReadOnlySpan<byte> token)
    {
        token = default;
        while (_column <= column)
        {
            if (!TryNext(out token))
            {
                return !isOptional && Fail(FaultKind.MissingColumn, column);
            }
        }

        return true;
    }

    private bool Fail(FaultKind problem, int column)
    {
        if (Problem == FaultKind.None)
        {
            Problem = problem;
            ProblemColumn = column;
        }

        return false;
    }
}
