using Collector.Metrics;

namespace Collector.Verification;

/// <summary>Checks from several places. Of two with one name the later one counts, so that a role's checks can replace a base image's.</summary>
internal static class CheckList
{
    public static List<Check> Combine(IEnumerable<IReadOnlyList<Check>> lists)
    {
        List<Check> all = [];
        foreach (Check check in lists.SelectMany(static list => list))
        {
            int index = all.FindIndex(other => other.Name == check.Name);
            if (index >= 0)
            {
                all[index] = check;
            }
            else
            {
                all.Add(check);
            }
        }

        return all;
    }

    /// <summary>Understands the expectations of checks.</summary>
    /// <exception cref="UserError">One of them is wrong; it says where.</exception>
    public static List<ReadyCheck> Bind(IEnumerable<Check> checks, ExpectationBinder binder, Platform platform)
    {
        List<ReadyCheck> bound = [];
        foreach (Check check in checks)
        {
            BoundExpectation expectation = binder.Bind(check.Expect, out ExpressionFault? fault)
                ?? throw new UserError(ExitCode.InvalidConfiguration, $"{check.Place}: {fault!.Message}") { Below = fault.Quote() };
            bound.Add(new(check, expectation, check.Platform is null || check.Platform == platform));
        }

        return bound;
    }
}
