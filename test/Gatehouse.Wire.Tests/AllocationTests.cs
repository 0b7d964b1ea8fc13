using Gatehouse.Contracts.Sts;

namespace Gatehouse.Wire.Tests;

/// <summary>What the hottest call costs, as far as it does not depend on the machine.</summary>
public sealed class AllocationTests
{
    [Fact]
    public void GetCallerIdentity_allocates_its_two_messages_and_nothing_else()
    {
        var body = "Action=GetCallerIdentity&Version=2011-06-15"u8.ToArray();
        var headers = new FixedHeaders();
        var catalog = new ServiceCatalog(Contracts.Services);
        using var request = new WireRequest();
        using var answer = new WireAnswer();
        for (var warm = 0; warm < 200; warm++)
        {
            Answer();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
        {
            Answer();
        }

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000;
        Assert.InRange(each, 0, 80);

        void Answer()
        {
            request.Reset("POST", "/", "", headers, body);
            var route = catalog.Find(request);
            StsService.GetCallerIdentity.Read(request);
            route.Protocol.WriteResponse(
                route.Operation!, new GetCallerIdentityResponse { Account = "123456789012", Arn = "arn:aws:iam::123456789012:user/alice", UserId = "AIDA" }, "request-id", answer);
        }
    }

    private sealed class FixedHeaders : IHeaderSource
    {
        public string? Find(string name) => name == "Content-Type" ? "application/x-www-form-urlencoded; charset=utf-8" : null;
    }
}
