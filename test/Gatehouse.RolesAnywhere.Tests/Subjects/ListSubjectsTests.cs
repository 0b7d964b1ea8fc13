using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Subjects;

namespace Gatehouse.RolesAnywhere.Tests.Subjects;

public sealed class ListSubjectsTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Lists_those_seen_in_the_region()
    {
        using var first = fixture.Root.Issue();
        using var second = fixture.Root.Issue("CN=web-2");
        fixture.Begin(first);
        fixture.Begin(first);
        fixture.Begin(second);

        Assert.Equal(
            ["CN=web-1, OU=Web, O=Example", "CN=web-2"],
            fixture.Read<ListSubjects, ListSubjectsRequest, ListSubjectsResponse>(new()).Subjects!.Select(one => one.X509Subject!).Order(StringComparer.Ordinal));
        fixture.Region = "eu-west-1";
        Assert.Empty(fixture.Read<ListSubjects, ListSubjectsRequest, ListSubjectsResponse>(new()).Subjects!);
    }
}
