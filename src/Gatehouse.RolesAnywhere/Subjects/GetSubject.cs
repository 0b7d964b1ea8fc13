using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Subjects;

/// <summary>Shows what was seen of a subject of certificates: with which of them it asked for sessions, and when.</summary>
internal sealed class GetSubject : IRead<GetSubjectRequest, GetSubjectResponse>
{
    public static Arn Target(GetSubjectRequest request, Call call) => SubjectUse.ArnOf(call.Region, call.Account.Id, request.SubjectId);

    public static void Require(GetSubjectRequest request, Call call, Requirements needs) => needs.ResourceTags(call.Account.SubjectTags.Find(request.SubjectId)?.Tags, service: null);

    public static GetSubjectResponse Handle(GetSubjectRequest request, Call call) =>
        new() { Subject = (SeenSubjects.Find(request.SubjectId, call) ?? throw Refusals.NoSubject(request.SubjectId)).Describe(call.Account.Id) };
}
