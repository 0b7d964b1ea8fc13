using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Members;

/// <summary>Shows an account of the organization.</summary>
internal sealed class DescribeAccount : IRead<DescribeAccountRequest, DescribeAccountResponse>
{
    public static Arn Target(DescribeAccountRequest request, Call call) => Arns.OfAccount(call.Account, request.AccountId);

    public static void Require(DescribeAccountRequest request, Call call, Requirements needs) =>
        Tree.RequireNodeTags(call, request.AccountId, needs);

    public static DescribeAccountResponse Handle(DescribeAccountRequest request, Call call)
    {
        call.Account.RequireManagement();
        return new() { Account = call.Account.Members.Find(request.AccountId)?.Describe(call.Account) ?? throw Refusals.NoAccount() };
    }
}
