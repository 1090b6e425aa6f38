namespace Collector.Delivery;

/// <summary>The order in which the addresses of a name are tried.</summary>
internal static class AddressOrder
{
    /// <summary>
    /// One of each family in turn, each in the system's order: where one family leads nowhere, every second attempt has a chance.
    /// </summary>
    public static Endpoint[] Interleave(Endpoint[] endpoints)
    {
        List<Queue<Endpoint>> families = [.. endpoints.GroupBy(static endpoint => endpoint.Family).Select(static family => new Queue<Endpoint>(family))];
        List<Endpoint> order = [];
        while (order.Count < endpoints.Length)
        {
            foreach (Queue<Endpoint> family in families)
            {
                if (family.TryDequeue(out Endpoint? endpoint))
                {
                    order.Add(endpoint);
                }
            }
        }

        return [.. order];
    }
}
