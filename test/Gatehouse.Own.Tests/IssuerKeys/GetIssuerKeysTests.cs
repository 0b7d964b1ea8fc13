using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Own.IssuerKeys;

namespace Gatehouse.Own.Tests.IssuerKeys;

/// <summary>An administrator sees the keys that are pinned to an issuer [AU-408].</summary>
public sealed class GetIssuerKeysTests
{
    [Theory]
    [InlineData(IssuerGivens.ProviderArn)]
    [InlineData(IssuerGivens.TokenIssuerArn)]
    public void Shows_what_was_pinned_and_when(string arn)
    {
        var given = new IssuerGivens();
        var set = IssuerGivens.Set(IssuerGivens.PublicRsa(), IssuerGivens.PublicCurve());
        var put = given.Put(set, arn);
        given.Account.Clock.Advance(TimeSpan.FromDays(1));

        var got = given.Get(arn);

        Assert.Equal((arn, set, put.UpdateTime, false), (got.IssuerArn, got.KeySet, got.UpdateTime, got.Overridden!.Value));
        Assert.Equal(put.SigningKeys.Select(key => key.Thumbprint), got.SigningKeys.Select(key => key.Thumbprint));
    }

    [Fact]
    public void Says_so_when_the_operator_s_take_their_place()
    {
        var given = new IssuerGivens(pinnedByOperator: true);
        given.Account.Change(draft => draft.Put(given.Provider with { PinnedKeys = new PinnedKeySet(IssuerGivens.Set(IssuerGivens.PublicCurve()), draft.Now) }));

        Assert.True(given.Get().Overridden);
    }

    [Fact]
    public void There_are_none_until_some_are_pinned()
    {
        var given = new IssuerGivens();

        Assert.Equal($"No keys are pinned to {IssuerGivens.ProviderArn}.", Assert.Throws<ResourceNotFoundException>(() => given.Get()).Message);
        Assert.Throws<ResourceNotFoundException>(() => given.Get(IssuerGivens.ProviderArn + "/two"));
        Assert.Throws<InvalidInputException>(() => given.Get("arn:aws:iam::111122223333:role/cluster"));
    }

    [Fact]
    public void Is_asked_on_the_issuer() =>
        Assert.Equal(IssuerGivens.ProviderArn, GetIssuerKeys.Target(new() { IssuerArn = IssuerGivens.ProviderArn }, new IssuerGivens().Account.Call).Text);
}
