using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Mfa;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Mfa;

public sealed class TagMFADeviceTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Sets_tags_whose_keys_have_a_case_PL_117()
    {
        account.Put(account.AddDevice("phone") with { Tags = [new("Team", "blue"), new("cost", "1")] });

        Call("phone", ("team", "red"), ("cost", "2"));

        Assert.Equal([("Team", "blue"), ("team", "red"), ("cost", "2")], account.Account.MfaDevices[0].Tags.Select(tag => (tag.Key, tag.Value)));
    }

    [Fact]
    public void Refuses_more_than_fifty()
    {
        account.Put(account.AddDevice("phone") with { Tags = [.. Enumerable.Range(0, 50).Select(number => new Accounts.Entities.Tag($"k{number}", ""))] });

        account.RefusesMore("The number of tags has reached the maximum limit of 50.", () => Call("phone", ("one more", "")));
    }

    [Fact]
    public void Knows_no_device_that_is_not_there() =>
        account.RefusesMissing("VirtualMFADevice with serial number arn:aws:iam::111122223333:mfa/none doesn't exist.", () => Call("none", ("a", "b")));

    private TagMFADeviceResponse Call(string name, params (string Key, string Value)[] tags) =>
        account.Write<TagMFADevice, TagMFADeviceRequest, TagMFADeviceResponse>(new()
        {
            SerialNumber = MfaGivens.SerialOf(name),
            Tags = tags.Select(tag => new Contracts.Iam.Shapes.Tag { Key = tag.Key, Value = tag.Value }).ToList(),
        });
}
