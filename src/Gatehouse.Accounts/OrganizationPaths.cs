namespace Gatehouse.Accounts;

/// <summary>Where an account stands in its organization's tree, as <c>aws:PrincipalOrgPaths</c> tells it.</summary>
internal static class OrganizationPaths
{
    /// <summary>The path from the organization down: <c>o-…/r-…/ou-…/</c>, with a slash at its end.</summary>
    internal static string Of(Account management, string account)
    {
        var path = "";
        for (var parent = management.Members.Find(account)?.ParentId; parent is not null; parent = management.Units.Find(parent)?.ParentId)
        {
            path = parent + "/" + path;
        }

        return $"{management.Organization!.Id}/{path}";
    }
}
