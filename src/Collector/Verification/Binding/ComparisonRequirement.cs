using Collector.Filters;

namespace Collector.Verification;

/// <summary>That a value is less than another one, equal to it, like it.</summary>
internal sealed record ComparisonRequirement(BinaryOperator Operator, BoundValue Other) : Requirement
{
    public override string Expected => $"{OperatorText.Of(Operator)} {Other.Source}";

    public override IEnumerable<InstanceSelector> Selectors => Other.Selectors;

    public override Verdict Test(Found found, ValueType type, Scene scene, ref string words)
    {
        Found other = Other.Evaluate(scene);
        if (!other.IsPresent)
        {
            words = $"{words}, and {Other.PathAt(scene)} {other.Words}";
            return other.State;
        }

        bool isMet = type.IsText ? IsMet(found.Text, other.Text, type) : IsMet(found.Number.CompareTo(other.Number));
        if (!Other.IsConstant)
        {
            words = $"{words} against {Other.Format(other)}";
        }
        else if (!isMet && !type.IsText && found.Number != other.Number && words == ValueFormat.Of(other.Number, type))
        {
            // Rounded they look the same.
            words = $"{words} ({ValueFormat.Exact(found.Number)})";
        }

        return Verdicts.Of(isMet);
    }

    public override double? Limit(Scene scene) => Other is { IsConstant: true, Type.IsText: false } ? Other.Evaluate(scene).Number : null;

    public override void AddTo(ReadingNeeds needs) => Other.AddTo(needs);

    private bool IsMet(int order) => Operator switch
    {
        BinaryOperator.Equal => order == 0,
        BinaryOperator.NotEqual => order != 0,
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessOrEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private bool IsMet(string text, string other, ValueType type) => Operator switch
    {
        BinaryOperator.Like => Glob.IsMatch(other, text),
        BinaryOperator.NotLike => !Glob.IsMatch(other, text),
        _ => IsMet(type.Dimension == Dimension.Version
            ? VersionOrder.Compare(text, other)
            : string.Compare(text, other, StringComparison.OrdinalIgnoreCase)),
    };
}
