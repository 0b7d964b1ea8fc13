using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Members;

/// <summary>Shows how far a request for an account has come.</summary>
internal sealed class DescribeCreateAccountStatus : IRead<DescribeCreateAccountStatusRequest, DescribeCreateAccountStatusResponse>
{
    public static Arn Target(DescribeCreateAccountStatusRequest request, Call call) => Arn.Any;

    public static DescribeCreateAccountStatusResponse Handle(DescribeCreateAccountStatusRequest request, Call call)
    {
        call.Account.RequireManagement();
        return new()
        {
            CreateAccountStatus = call.Account.Creations.Find(request.CreateAccountRequestId)?.Describe()
                ?? throw new CreateAccountStatusNotFoundException("We can't find a create account request with the CreateAccountRequestId that you specified."),
        };
    }
}
