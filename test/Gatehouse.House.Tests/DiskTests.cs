using System.Text;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.House.Tests;

/// <summary>Names and numbers that reach the disk may be added; none is ever changed or used for something else.</summary>
public sealed class DiskTests
{
    [Fact]
    public void What_reaches_the_disk_is_what_was_written_down()
    {
        var text = new StringBuilder();
        text.Append("tables: ").AppendJoin(", ", Account.TableNames.Order(StringComparer.Ordinal)).Append('\n');
        foreach (var info in Entities().OrderBy(info => info.Type.Name, StringComparer.Ordinal))
        {
            text.Append(info.Type.Name).Append(": ").AppendJoin(", ", info.Properties.Select(property => property.Name).Order(StringComparer.Ordinal)).Append('\n');
        }

        foreach (var numbers in (Type[])[typeof(RowKind), typeof(KeyStatus), typeof(SecretKind), typeof(SessionKind), typeof(SessionDelivery), typeof(MfaDeviceKind), typeof(SecondFactorNeed), typeof(MessagePurpose)])
        {
            text.Append(numbers.Name).Append(": ")
                .AppendJoin(", ", Enum.GetValuesAsUnderlyingType(numbers).Cast<object>().Select(value => $"{Enum.GetName(numbers, value)}={value}")).Append('\n');
        }

        Repository.Matches("disk.txt", text.ToString());
    }

    private static IEnumerable<JsonTypeInfo> Entities() =>
        typeof(Account).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && Array.Exists(
                type.GetInterfaces(),
                contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEntity<>)))
            .Select(type => (JsonTypeInfo)type.GetProperty("Json")!.GetValue(null)!);
}
