using Collector.Delivery;
using Collector.Polling;

namespace Collector.Tests.Delivery;

/// <summary>A name server that answers when the test says so, with another address each time.</summary>
public sealed class HostLookupTests : IDisposable
{
    private readonly PollSet _set = PollSet.Create();
    private readonly SemaphoreSlim _answers = new(0);
    private int _asked;

    [Test]
    public async Task An_answer_that_nobody_waited_for_any_more_is_not_used_later()
    {
        HostLookup lookup = Create();
        lookup.Begin();
        LookupResult? early = lookup.Poll();
        _answers.Release();
        _set.Wait(long.MaxValue);

        lookup.Begin();
        _answers.Release();
        LookupResult late = Answer(lookup);

        await Assert.That(early).IsNull();
        await Assert.That(late.Endpoints[0].Address[0]).IsEqualTo((byte)2);
    }

    [Test]
    public async Task What_is_still_being_asked_is_waited_for_and_not_asked_twice()
    {
        HostLookup lookup = Create();
        lookup.Begin();
        lookup.Poll();
        lookup.Begin();
        lookup.Poll();
        _answers.Release();
        LookupResult answer = Answer(lookup);

        await Assert.That(answer.Endpoints[0].Address[0]).IsEqualTo((byte)1);
        await Assert.That(_asked).IsEqualTo(1);
    }

    public void Dispose()
    {
        _set.Dispose();
        _answers.Dispose();
    }

    private HostLookup Create() => new(new Collector.Delivery.Receiver("name", 2003), _set, (_, _, mustBeLiteral) =>
    {
        if (mustBeLiteral)
        {
            return new([], "it is a name");
        }

        _answers.Wait();
        return new([new(2, [(byte)Interlocked.Increment(ref _asked)])], null);
    });

    private LookupResult Answer(HostLookup lookup)
    {
        LookupResult? answer;
        while ((answer = lookup.Poll()) is null)
        {
            _set.Wait(long.MaxValue);
        }

        return answer;
    }
}
