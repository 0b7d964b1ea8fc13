using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;
using Gatehouse.Organizations.Members;

namespace Gatehouse.Organizations.Services;

/// <summary>Lists the members that administer a service, or any service, for the organization.</summary>
internal sealed class ListDelegatedAdministrators : IRead<ListDelegatedAdministratorsRequest, ListDelegatedAdministratorsResponse>
{
    public static Arn Target(ListDelegatedAdministratorsRequest request, Call call) => Arn.Any;

    public static void Require(ListDelegatedAdministratorsRequest request, Call call, Requirements needs) => TrustedServices.Require(request.ServicePrincipal, needs);

    public static ListDelegatedAdministratorsResponse Handle(ListDelegatedAdministratorsRequest request, Call call)
    {
        var management = call.RequireAdministration();
        TrustedServices.RequireAllFeatures(management.Organization!);
        if (request.ServicePrincipal is { } asked)
        {
            TrustedServices.RequireDelegable(asked);
        }

        var page = Pages.Of(management.Members, request.NextToken, request.MaxResults, member => DelegatedSince(member, request.ServicePrincipal) is not null);
        return new()
        {
            DelegatedAdministrators = page.Items.Select(member => Describe(member.Describe(management), DelegatedSince(member, request.ServicePrincipal))).ToList(),
            NextToken = page.Marker,
        };
    }

    // AWS: without a service, the date is that of the first one.
    private static DateTimeOffset? DelegatedSince(MemberAccount member, string? service) =>
        member.Administers.FirstOrDefault(trust => service is null || trust.Service == service)?.Since;

    private static Contracts.Organizations.Shapes.DelegatedAdministrator Describe(Contracts.Organizations.Shapes.Account account, DateTimeOffset? since) => new()
    {
        Id = account.Id,
        Arn = account.Arn,
        Email = account.Email,
        Name = account.Name,
        Status = account.Status,
        State = account.State,
        JoinedMethod = account.JoinedMethod,
        JoinedTimestamp = account.JoinedTimestamp,
        DelegationEnabledDate = since,
    };
}
