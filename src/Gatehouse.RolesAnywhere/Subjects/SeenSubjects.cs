using Gatehouse.Accounts;

namespace Gatehouse.RolesAnywhere.Subjects;

/// <summary>Finds the subjects of certificates that were seen in a region.</summary>
internal static class SeenSubjects
{
    internal static SubjectUse? Find(string id, Call call) =>
        call.Installation.Accounts.Loaded(call.Account.Id)?.Activity.FindSubject(id) is { } subject && subject.Region == call.Region ? subject : null;

    internal static IEnumerable<SubjectUse> In(Call call) =>
        call.Installation.Accounts.Loaded(call.Account.Id)?.Activity.Subjects.Where(one => one.Region == call.Region) ?? [];
}
