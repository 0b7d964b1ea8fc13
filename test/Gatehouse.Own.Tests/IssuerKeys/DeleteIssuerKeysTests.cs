using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Own.IssuerKeys;

namespace Gatehouse.Own.Tests.IssuerKeys;

/// <summary>An administrator takes the pinned keys of an issuer away [AU-408].</summary>
public sealed class DeleteIssuerKeysTests
{
    private readonly IssuerGivens given = new();

    [Theory]
    [InlineData(IssuerGivens.ProviderArn)]
    [InlineData(IssuerGivens.TokenIssuerArn)]
    public void Takes_them_away_and_leaves_the_issuer(string arn)
    {
        var (provider, issuer) = (given.Provider, given.TokenIssuer);
        given.Put(IssuerGivens.Set(IssuerGivens.PublicRsa()), arn);

        given.Delete(arn);

        Assert.Equal((provider, issuer), (given.Provider, given.TokenIssuer));
        Assert.Throws<ResourceNotFoundException>(() => given.Delete(arn));
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        Assert.Throws<ResourceNotFoundException>(() => given.Delete(IssuerGivens.ProviderArn + "/two"));
        Assert.Throws<InvalidInputException>(() => given.Delete("arn:aws:iam::444455556666:oidc-provider/cluster.example.com/one"));
    }

    [Fact]
    public void Is_asked_on_the_issuer() =>
        Assert.Equal(IssuerGivens.TokenIssuerArn, DeleteIssuerKeys.Target(new() { IssuerArn = IssuerGivens.TokenIssuerArn }, given.Account.Call).Text);
}
