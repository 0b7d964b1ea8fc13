namespace Gatehouse.Accounts;

/// <summary>Where accounts and units stand in their organization's tree, as <c>aws:PrincipalOrgPaths</c> and Organizations tell it.</summary>
public static class OrganizationPaths
{
    /// <summary>The path from the organization down to the parent of an account: <c>o-…/r-…/ou-…/</c>, with a slash at its end.</summary>
    public static string Of(Account management, string account) => Down(management, management.Members.Find(account)?.ParentId);

    /// <summary>The path from the organization down to a unit or root, itself included.</summary>
    public static string To(Account management, string node) => Down(management, node);

    private static string Down(Account management, string? node)
    {
        var path = "";
        for (var parent = node; parent is not null; parent = management.Units.Find(parent)?.ParentId)
        {
            path = parent + "/" + path;
        }

        return $"{management.Organization!.Id}/{path}";
    }
}
