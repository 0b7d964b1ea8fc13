using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Subjects;

/// <summary>Lists the subjects of certificates that asked for sessions in a region.</summary>
internal sealed class ListSubjects : IRead<ListSubjectsRequest, ListSubjectsResponse>
{
    public static Arn Target(ListSubjectsRequest request, Call call) => Arn.Any;

    public static ListSubjectsResponse Handle(ListSubjectsRequest request, Call call)
    {
        var page = Pages.Of(SeenSubjects.In(call), one => one.Id, request.NextToken, request.PageSize);
        return new() { Subjects = page.Items.Select(one => one.Summarize(call.Account.Id)).ToList(), NextToken = page.Marker };
    }
}
