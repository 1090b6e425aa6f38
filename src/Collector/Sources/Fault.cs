namespace Collector.Sources;

/// <summary>Why a source gave nothing, or less than it should. A value: a group that fails every tick allocates nothing.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">What it happened to: a file, or the name of a system call.</param>
/// <param name="Code">The system's error code, where it gave one.</param>
/// <param name="Line">The line of the file, from 1; 0 if it is the whole file.</param>
/// <param name="Field">The field of the line or the key of the file that was wanted.</param>
internal readonly record struct Fault(FaultKind Kind, string Subject, int Code = 0, int Line = 0, string Field = "")
{
    public static Fault None => default;

    public bool IsNone => Kind == FaultKind.None;

    /// <summary>Whether a file is not there.</summary>
    public bool IsMissingFile => Kind == FaultKind.Unreadable && Code == SystemError.NoSuchFile;

    /// <summary>Whether something is wrong: not so where a host plainly has no such thing.</summary>
    public bool IsFailure => Kind is not (FaultKind.None or FaultKind.NotHere);

    /// <summary>The host has no such thing, and why.</summary>
    public static Fault NotHere(string reason) => new(FaultKind.NotHere, reason);

    /// <summary>A clause that says what is wrong, where, and what to do about it.</summary>
    public override string ToString() => Kind switch
    {
        FaultKind.None => "no fault",
        FaultKind.Unreadable => $"cannot read {Subject}: {SystemError.Describe(Code)}",
        FaultKind.Empty => $"{Subject} is empty",
        FaultKind.Truncated => $"{Subject} ends in the middle of line {Line}",
        FaultKind.MissingColumn => $"{Subject}, line {Line}: there is no column {Field}",
        FaultKind.NotANumber => $"{Subject}, line {Line}: column {Field} is not a number",
        FaultKind.TooLarge => $"{Subject}, line {Line}: column {Field} is too large a number",
        FaultKind.MissingKey => $"{Subject} has no line '{Field}'",
        FaultKind.MissingName => $"{Subject}, line {Line}: there is no name '{Field}'",
        FaultKind.CallFailedElsewhere => $"{Subject} failed with the error code {Code}",
        FaultKind.CallFailed => $"{Subject} failed: {SystemError.Describe(Code)}",
        FaultKind.CountersDisabled => $"{Subject}: disk counters are off on this host; " +
            @"an administrator turns them on with: reg add HKLM\SYSTEM\CurrentControlSet\Services\PartMgr " +
            "/v EnableCounterForIoctl /t REG_DWORD /d 1 /f",
        FaultKind.NotHere or FaultKind.CounterTrouble => Subject,
        _ => $"{Subject}: {Kind}",
    };
}
