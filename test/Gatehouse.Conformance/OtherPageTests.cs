namespace Gatehouse.Conformance;

/// <summary>Every command in the README and in docs/ is run: a quarter of the pages here, the others in the classes of like names, beside it.</summary>
public sealed class OtherPageTests
{
    /// <summary>The pages.</summary>
    public static TheoryData<string> Pages => Gatehouse.Conformance.Pages.Quarter(2);

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Every_command_of_a_page_does_what_it_says(string page) => Gatehouse.Conformance.Pages.RunAsync(page);
}
