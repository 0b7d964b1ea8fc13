using Gatehouse.Contracts.Organizations;

namespace Gatehouse.Organizations.Tests.Members;

public sealed class DescribeCreateAccountStatusTests
{
    [Fact]
    public void Refuses_a_request_that_was_never_made()
    {
        var refusal = Assert.Throws<CreateAccountStatusNotFoundException>(() => new OrganizationFixture().Status("car-00000000"));

        Assert.Equal((400, "CreateAccountStatusNotFoundException"), (refusal.Status, refusal.Code));
    }
}
