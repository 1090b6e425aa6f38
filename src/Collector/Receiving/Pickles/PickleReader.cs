using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text.Unicode;

namespace Collector.Receiving;

/// <summary>
/// Reads what carbon's clients pickle: lists, tuples, text and numbers of protocols 0 to 5. Whatever else a pickle can do,
/// such as to name code that is to run, is refused.
/// </summary>
/// <remarks>https://github.com/python/cpython/blob/main/Lib/pickletools.py says what each code means.</remarks>
internal ref struct PickleReader(ReadOnlySpan<byte> pickle)
{
    private const int MaxMemo = 1 << 20;

    private static readonly byte[] s_zeros = new byte[256];

    private readonly ReadOnlySpan<byte> _pickle = pickle;
    private readonly List<PickleItem> _stack = [];
    private readonly List<PickleItem> _parts = [];
    private readonly List<List<PickleItem>> _lists = [];
    private readonly List<byte> _unescaped = [];
    private PickleItem[] _memo = [];
    private int _memoized;
    private int _at;

    /// <summary>Why it could not be read; null if it could.</summary>
    public string? Error { get; private set; }

    /// <summary>Reads the pickle.</summary>
    /// <returns>The parts of the list or tuple that it is.</returns>
    public ReadOnlySpan<PickleItem> Read()
    {
        while (Error is null)
        {
            byte code = Byte();
            if (code == '.' && Error is null)
            {
                if (_stack is [{ Kind: PickleKind.List or PickleKind.Tuple } only])
                {
                    return PartsOf(only);
                }

                Error ??= "it is no list";
            }

            if (Error is null && !Build(code) && !Value(code) && !Remember(code))
            {
                Error ??= $"its code 0x{code:X2} stands for no plain value (such codes can run programs): refused";
            }
        }

        return default;
    }

    public readonly ReadOnlySpan<byte> TextOf(PickleItem item) => item.Start >= 0
        ? _pickle.Slice(item.Start, item.Length)
        : System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_unescaped).Slice(~item.Start, item.Length);

    /// <summary>The parts of a list or a tuple; none if it is neither.</summary>
    public readonly ReadOnlySpan<PickleItem> PartsOf(PickleItem item) => item.Kind switch
    {
        PickleKind.List => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_lists[item.Start]),
        PickleKind.Tuple => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_parts).Slice(item.Start, item.Length),
        _ => default,
    };

    /// <summary>Lists, tuples, and what holds the whole together.</summary>
    private bool Build(byte code)
    {
        switch (code)
        {
            case 0x80: // PROTO
                return Byte() <= 5;
            case 0x95: // FRAME: its length says nothing that is not known.
                Skip(8);
                return true;
            case (byte)'(':
                _stack.Add(new(PickleKind.Mark));
                return true;
            case (byte)']':
                _stack.Add(NewList());
                return true;
            case (byte)'l':
                int first = TakeMark();
                PickleItem list = NewList();
                Append(list, first);
                _stack.Add(list);
                return true;
            case (byte)'a':
                AppendTo(_stack.Count - 1);
                return true;
            case (byte)'e':
                AppendTo(TakeMark());
                return true;
            case (byte)')':
                MakeTuple(_stack.Count);
                return true;
            case (byte)'t':
                MakeTuple(TakeMark());
                return true;
            case 0x85 or 0x86 or 0x87: // TUPLE1 to TUPLE3
                MakeTuple(_stack.Count - (code - 0x84));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Text and numbers.</summary>
    private bool Value(byte code)
    {
        switch (code)
        {
            case (byte)'X' or (byte)'T': // BINUNICODE, BINSTRING
                Text(PickleKind.Text, Int32());
                return true;
            case 0x8C or (byte)'U': // SHORT_BINUNICODE, SHORT_BINSTRING
                Text(PickleKind.Text, Byte());
                return true;
            case 0x8D or 0x8E: // BINUNICODE8, BINBYTES8
                long length = Int64();
                Text(code == 0x8D ? PickleKind.Text : PickleKind.Bytes, (int)Math.Clamp(length, -1, int.MaxValue));
                return true;
            case (byte)'B':
                Text(PickleKind.Bytes, Int32());
                return true;
            case (byte)'C':
                Text(PickleKind.Bytes, Byte());
                return true;
            case (byte)'V' or (byte)'S': // UNICODE, STRING
                TextLine(isQuoted: code == 'S');
                return true;
            case (byte)'J':
                Push(Int32());
                return true;
            case (byte)'K':
                Push(Byte());
                return true;
            case (byte)'M':
                Push(BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2)));
                return true;
            case 0x8A: // LONG1
                Push(Long(Byte()));
                return true;
            case (byte)'G':
                Push(BinaryPrimitives.ReadDoubleBigEndian(Bytes(8)));
                return true;
            case (byte)'I' or (byte)'L' or (byte)'F':
                NumberLine();
                return true;
            case 0x88 or 0x89: // True, False
                Push(code == 0x88 ? 1 : 0);
                return true;
            case (byte)'N': // None
                _stack.Add(new(PickleKind.Other));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The memo, where a value is kept that comes again.</summary>
    private bool Remember(byte code)
    {
        switch (code)
        {
            case (byte)'q':
                Put(Byte());
                return true;
            case (byte)'r':
                Put(Int32());
                return true;
            case (byte)'p':
                Put((int)Number(Line()));
                return true;
            case 0x94: // MEMOIZE
                Put(_memoized);
                return true;
            case (byte)'h':
                Get(Byte());
                return true;
            case (byte)'j':
                Get(Int32());
                return true;
            case (byte)'g':
                Get((int)Number(Line()));
                return true;
            default:
                return false;
        }
    }

    private readonly PickleItem NewList()
    {
        _lists.Add([]);
        return new(PickleKind.List, _lists.Count - 1);
    }

    /// <summary>Takes the last mark off the stack, so that what stood above it stands from there on.</summary>
    private int TakeMark()
    {
        int mark = _stack.FindLastIndex(static item => item.Kind == PickleKind.Mark);
        if (mark < 0)
        {
            Error ??= "a mark is missing";
            return _stack.Count;
        }

        _stack.RemoveAt(mark);
        return mark;
    }

    /// <summary>Adds what stands from there on to the list before it.</summary>
    private void AppendTo(int first)
    {
        if (first < 1 || _stack[first - 1].Kind != PickleKind.List)
        {
            Error ??= "a list is missing";
            return;
        }

        Append(_stack[first - 1], first);
    }

    private readonly void Append(PickleItem list, int first)
    {
        List<PickleItem> items = _lists[list.Start];
        items.AddRange(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_stack)[first..]);
        _stack.RemoveRange(first, _stack.Count - first);
    }

    private void MakeTuple(int first)
    {
        if (first < 0)
        {
            Error ??= "a part of a tuple is missing";
            return;
        }

        PickleItem tuple = new(PickleKind.Tuple, _parts.Count, _stack.Count - first);
        _parts.AddRange(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_stack)[first..]);
        _stack.RemoveRange(first, _stack.Count - first);
        _stack.Add(tuple);
    }

    private void Put(int index)
    {
        if (index < 0 || index > MaxMemo || _stack.Count == 0)
        {
            Error ??= "its memo is faulty";
            return;
        }

        if (index >= _memo.Length)
        {
            Array.Resize(ref _memo, Math.Max(index + 1, Math.Max(64, _memo.Length * 2)));
        }

        _memo[index] = _stack[^1];
        _memoized++;
    }

    private void Get(int index)
    {
        if (index < 0 || index >= _memo.Length)
        {
            Error ??= "its memo is faulty";
            return;
        }

        _stack.Add(_memo[index]);
    }

    private readonly void Push(double number) => _stack.Add(new(PickleKind.Number, Number: number));

    private void Text(PickleKind kind, int length)
    {
        int start = _at;
        if (Skip(length))
        {
            AddText(new(kind, start, length));
        }
    }

    /// <summary>Text that ends with its line, with escapes for what has no place there.</summary>
    private void TextLine(bool isQuoted)
    {
        ReadOnlySpan<byte> line = Line();
        if (isQuoted && !(line is [(byte)'\'' or (byte)'"', _, ..] && line[^1] == line[0]))
        {
            Error ??= "a text is not in quotes";
            return;
        }

        int start = _unescaped.Count;
        if (!(isQuoted ? PickleEscapes.ReadQuoted(line[1..^1], _unescaped) : PickleEscapes.ReadUnicode(line, _unescaped)))
        {
            Error ??= "an escape in a text is faulty";
            return;
        }

        AddText(new(PickleKind.Text, ~start, _unescaped.Count - start));
    }

    private void AddText(PickleItem text)
    {
        if (text.Kind == PickleKind.Text && !Utf8.IsValid(TextOf(text)))
        {
            Error ??= "a text in it is not UTF-8";
        }

        _stack.Add(text);
    }

    /// <summary>Protocol 0 writes numbers as text: <c>12</c>, <c>12L</c>, <c>1.5</c>, and 01 for true.</summary>
    private void NumberLine()
    {
        ReadOnlySpan<byte> line = Line();
        Push(Number(line is [.., (byte)'L'] ? line[..^1] : line));
    }

    private double Number(ReadOnlySpan<byte> text)
    {
        if (Utf8Parser.TryParse(text, out double number, out int length) && length == text.Length)
        {
            return number;
        }

        ScannedNumber scanned = ScannedNumber.Of(text);
        if (!scanned.IsNumber)
        {
            Error ??= "a number cannot be read";
        }

        return scanned.Value;
    }

    /// <summary>A whole number of so many bytes, the lowest first, in two's complement.</summary>
    private double Long(int length)
    {
        ReadOnlySpan<byte> bytes = Bytes(length);
        double number = 0;
        for (int index = length - 1; index >= 0; index--)
        {
            double digit = index == length - 1 ? (sbyte)bytes[index] : bytes[index];
            number = (number * 256) + digit;
        }

        return number;
    }

    private byte Byte() => Bytes(1)[0];

    private int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    private long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));

    /// <summary>The next bytes; zeros, and a fault, if there are not as many.</summary>
    private ReadOnlySpan<byte> Bytes(int length)
    {
        int start = _at;
        return Skip(length) ? _pickle.Slice(start, length) : s_zeros.AsSpan(0, length);
    }

    private ReadOnlySpan<byte> Line()
    {
        int length = _pickle[_at..].IndexOf((byte)'\n');
        if (length < 0)
        {
            Error ??= "it ends too early";
            return default;
        }

        _at += length + 1;
        return _pickle.Slice(_at - length - 1, length);
    }

    private bool Skip(int length)
    {
        if (length < 0 || length > _pickle.Length - _at)
        {
            Error ??= "it ends too early";
            return false;
        }

        _at += length;
        return true;
    }
}
