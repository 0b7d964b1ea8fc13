using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Iam.ServiceCredentials;

/// <summary>Lists the credentials of a user, oldest first, or those of all users; never their secrets.</summary>
internal sealed class ListServiceSpecificCredentials : IRead<ListServiceSpecificCredentialsRequest, ListServiceSpecificCredentialsResponse>
{
    public static Arn Target(ListServiceSpecificCredentialsRequest request, Call call) =>
        request.AllUsers == true ? User.ArnOf(call.Account.Id, "/", "*") : Subject.Target(request.UserName, call);

    public static void Require(ListServiceSpecificCredentialsRequest request, Call call, Requirements needs)
    {
        if (request.AllUsers != true)
        {
            Subject.Require(request.UserName, call, needs);
        }
    }

    public static ListServiceSpecificCredentialsResponse Handle(ListServiceSpecificCredentialsRequest request, Call call)
    {
        if (request is { AllUsers: true, UserName: not null })
        {
            throw new CommonException(CommonError.Validation, "UserName and AllUsers cannot be specified together");
        }

        var account = call.Account;
        var user = request.AllUsers == true ? null : account.RequireUser(Subject.NameOf(request.UserName, call));
        var service = request.ServiceName is { } name ? ServiceKinds.Require(name).Name : null;
        var page = user is null
            ? Paging.Of(account.ServiceCredentials, request.Marker, request.MaxItems, Counts)
            : Paging.Of(account.ServiceCredentials.OwnedBy(user.Id).Where(Counts).OrderBy(PlaceOf, StringComparer.Ordinal), PlaceOf, request.Marker, request.MaxItems);
        return new()
        {
            ServiceSpecificCredentials =
                page.Items.Select(credential => credential.DescribeListed(user ?? Credentials.OwnerOf(credential, account), call.Now)).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };

        bool Counts(ServiceCredential credential) => service is null || credential.Service == service;
        static string PlaceOf(ServiceCredential credential) => Places.Of(credential.Created, credential.Id);
    }
}
