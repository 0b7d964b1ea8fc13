using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Lists the scopes of an application.</summary>
internal sealed class ListApplicationAccessScopes : IRead<ListApplicationAccessScopesRequest, ListApplicationAccessScopesResponse>
{
    // The model's own limit of a page.
    private const int MostItems = 10;

    public static Arn Target(ListApplicationAccessScopesRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(ListApplicationAccessScopesRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static ListApplicationAccessScopesResponse Handle(ListApplicationAccessScopesRequest request, Call call)
    {
        var scopes = call.Account.RequireApplication(request.ApplicationArn).Scopes;
        var page = Pages.Of(scopes, scope => scope.Scope, request.NextToken, request.MaxResults ?? MostItems);
        return new() { Scopes = page.Items.Select(scope => new ScopeDetails { Scope = scope.Scope, AuthorizedTargets = Applications.Scopes.TargetsOf(scope) }).ToList(), NextToken = page.Marker };
    }
}
