using System.Reflection;
using System.Text;

namespace Gatehouse.House.Tests;

/// <summary>What the packages promise: a change of the public surface is seen, and meant.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Gatehouse.PolicyEngine")]
    [InlineData("Gatehouse.Signatures")]
    public void The_public_surface_is_the_one_recorded(string package)
    {
        var text = new StringBuilder();
        foreach (var type in Assembly.Load(package).GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append('\n');
            var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(member => member is not MethodInfo { IsSpecialName: true })
                .Where(member => member.Name is not ("<Clone>$" or "PrintMembers" or "value__"))
                .Select(member => "  " + Describe(member)).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal);
            text.AppendJoin('\n', members).Append('\n');
        }

        Repository.Matches($"{package}.txt", text.ToString());
    }

    private static string Describe(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } constant when constant.DeclaringType!.IsEnum => $"{constant.Name} = {constant.GetRawConstantValue()}",
        _ => member.ToString()!,
    };
}
