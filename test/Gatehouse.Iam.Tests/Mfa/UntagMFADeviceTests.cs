using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Mfa;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Mfa;

public sealed class UntagMFADeviceTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_tags_off_by_the_very_key()
    {
        account.Put(account.AddDevice("phone") with { Tags = [new("Team", "blue"), new("team", "red")] });

        Call(new() { SerialNumber = MfaGivens.SerialOf("phone"), TagKeys = ["Team", "never there"] });

        Assert.Equal(["team"], account.Account.MfaDevices[0].Tags.Select(tag => tag.Key));
    }

    [Fact]
    public void Is_asked_about_with_the_keys_alone()
    {
        account.AddDevice("phone");

        var needs = account.Needs<UntagMFADevice, UntagMFADeviceRequest>("iam:UntagMFADevice", new() { SerialNumber = MfaGivens.SerialOf("phone"), TagKeys = ["a", "b"] });

        Assert.Equal(["iam:UntagMFADevice arn:aws:iam::111122223333:mfa/phone"], needs.Lines());
        Assert.Equal("a b", needs.Value("aws:TagKeys"));
    }

    private UntagMFADeviceResponse Call(UntagMFADeviceRequest request) => account.Write<UntagMFADevice, UntagMFADeviceRequest, UntagMFADeviceResponse>(request);
}
