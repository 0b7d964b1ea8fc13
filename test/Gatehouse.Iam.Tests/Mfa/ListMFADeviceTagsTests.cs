using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Mfa;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Mfa;

public sealed class ListMFADeviceTagsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_tags_in_the_order_of_their_keys_page_by_page()
    {
        account.Put(account.AddDevice("phone") with { Tags = [new("b", "2"), new("a", "1")] });

        var first = Call(new() { SerialNumber = MfaGivens.SerialOf("phone"), MaxItems = 1 });
        var second = Call(new() { SerialNumber = MfaGivens.SerialOf("phone"), MaxItems = 1, Marker = first.Marker });

        Assert.Equal([("a", "1", true)], first.Tags.Select(tag => (tag.Key, tag.Value, first.IsTruncated)));
        Assert.Equal([("b", "2", false)], second.Tags.Select(tag => (tag.Key, tag.Value, second.IsTruncated)));
    }

    private ListMFADeviceTagsResponse Call(ListMFADeviceTagsRequest request) =>
        account.Read<ListMFADeviceTags, ListMFADeviceTagsRequest, ListMFADeviceTagsResponse>(request);
}
