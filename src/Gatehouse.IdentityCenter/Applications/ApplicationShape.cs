using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin.Shapes;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>How an application looks in answers.</summary>
internal static class ApplicationShape
{
    internal static Application Describe(this IdentityApplication application, Account account)
    {
        var instance = account.IdentityCenter!;
        return new()
        {
            ApplicationArn = application.ArnIn(account.Id, instance.Id).Text,
            ApplicationProviderArn = application.ProviderArn,
            Name = application.Name,
            ApplicationAccount = account.Id,
            InstanceArn = instance.Arn.Text,
            IdentityStoreArn = instance.StoreArnIn(account.Id).Text,
            Status = application.Disabled ? ApplicationStatus.DISABLED : ApplicationStatus.ENABLED,
            PortalOptions = new()
            {
                SignInOptions = new()
                {
                    Origin = application.SignInUrl is null ? SignInOrigin.IDENTITY_CENTER : SignInOrigin.APPLICATION,
                    ApplicationUrl = application.SignInUrl,
                },
                Visibility = application.Hidden ? ApplicationVisibility.DISABLED : ApplicationVisibility.ENABLED,
            },
            Description = application.Description,
            CreatedDate = application.Created,
            CreatedFrom = application.Region,
        };
    }
}
