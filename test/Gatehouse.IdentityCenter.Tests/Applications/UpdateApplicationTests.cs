using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class UpdateApplicationTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void What_is_given_changes_and_the_rest_stays()
    {
        var arn = center.CreateApplication();
        Call(new() { ApplicationArn = arn, Description = "for all", Status = ApplicationStatus.DISABLED });
        Call(new() { ApplicationArn = arn, Name = "books", PortalOptions = new() { SignInOptions = new() { Origin = SignInOrigin.APPLICATION, ApplicationUrl = "https://books.example.com/" } } });

        var shown = center.Describe(arn);

        Assert.Equal(("books", "for all", ApplicationStatus.DISABLED), (shown.Name, shown.Description, shown.Status));
        Assert.Equal("https://books.example.com/", shown.PortalOptions!.SignInOptions!.ApplicationUrl);
    }

    [Fact]
    public void What_is_not_there_does_not_change() => Assert.Throws<ResourceNotFoundException>(() => Call(new() { ApplicationArn = ApplicationGivens.Nowhere, Name = "books" }));

    private UpdateApplicationResponse Call(UpdateApplicationRequest request) => center.Account.Write<UpdateApplication, UpdateApplicationRequest, UpdateApplicationResponse>(request);
}
