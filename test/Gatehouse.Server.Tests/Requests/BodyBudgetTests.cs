using Gatehouse.Server.Requests;

namespace Gatehouse.Server.Tests.Requests;

/// <summary>[AU-7] What large bodies hold together has an end.</summary>
public sealed class BodyBudgetTests
{
    [Fact]
    public void Shares_end_and_come_back()
    {
        var budget = new BodyBudget();
        const int Share = 1024 * 1024;
        var taken = 0;
        while (taken < 1024 && budget.TryTake(Share))
        {
            taken++;
        }

        Assert.InRange(taken, 48, 128);
        Assert.False(budget.TryTake(Share));
        budget.Return(Share);
        Assert.True(budget.TryTake(Share));
    }
}
