namespace Gatehouse.PolicyEngine.Tests.Conditions;

/// <summary>Operators, one line a comparison: "+" holds, "-" does not. Values of the request and of the policy are parted by "|".</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("StringEquals", "a", "a", '+')] // PL-91
    [InlineData("StringEquals", "A", "a", '-')]
    [InlineData("StringEquals", "axb", "a*b", '-')]
    [InlineData("StringEquals", "a*b", "a*b", '+')]
    [InlineData("StringEquals", "a*b", "a${*}b", '+')] // PL-107
    [InlineData("StringEquals", "", "", '+')] // PL-75
    [InlineData("StringEquals", "b", "a|b", '+')] // PL-71
    [InlineData("StringEquals", "a|b", "a|b", '-')] // PL-77
    [InlineData("StringNotEquals", "b", "a|b", '-')] // PL-72
    [InlineData("StringNotEquals", "c", "a|b", '+')]
    [InlineData("StringNotEquals", "c|d", "a|b", '-')] // PL-86
    [InlineData("StringNotEquals", null, "a", '+')] // PL-76
    [InlineData("StringEquals", null, "a", '-')]
    [InlineData("StringEqualsIfExists", null, "a", '+')] // PL-78
    [InlineData("StringEqualsIfExists", "b", "a", '-')]
    [InlineData("StringEqualsIfExists", "a|b", "a", '-')]
    [InlineData("StringEqualsIgnoreCase", "ÄbC", "äBc", '+')]
    [InlineData("StringEqualsIgnoreCase", "ÄbCd", "äBc", '-')]
    [InlineData("StringEqualsIgnoreCase", "Äb", "äBc", '-')]
    [InlineData("StringNotEqualsIgnoreCase", "ÄbC", "äBc", '-')]
    [InlineData("StringNotEqualsIgnoreCase", "ÄbCd", "äBc", '+')]
    [InlineData("StringLike", "abc", "a*", '+')] // PL-92
    [InlineData("StringLike", "a:b/c", "a*c", '+')]
    [InlineData("StringLike", "Abc", "a*", '-')]
    [InlineData("StringLike", "a\U0001F600b", "a?b", '+')] // PL-101
    [InlineData("StringLike", "\U0001F600", "??", '-')]
    [InlineData("StringLike", "\U0001F600", "*??", '-')]
    [InlineData("StringLike", "a*", "a${*}", '+')]
    [InlineData("StringLike", "ab", "a${*}", '-')]
    [InlineData("StringLike", "cost$", "cost${$}", '+')]
    [InlineData("StringNotLike", "abc", "x*|a*", '-')]
    [InlineData("NumericEquals", "10", "10.0", '+')] // PL-93
    [InlineData("NumericEquals", "1e1", "10", '+')]
    [InlineData("NumericEquals", "0.0000000000000000000000000000000000000001", "0.0000000000000000000000000000000000000002", '-')]
    [InlineData("NumericEquals", "-0", "0", '+')]
    [InlineData("NumericEquals", "+5", "5", '+')]
    [InlineData("NumericEquals", "5.", "5", '-')]
    [InlineData("NumericEquals", " 5", "5", '-')]
    [InlineData("NumericEquals", "5", "five|5", '+')] // PL-89
    [InlineData("NumericNotEquals", "6", "five|5", '-')]
    [InlineData("NumericNotEquals", "six", "5", '-')]
    [InlineData("NumericLessThan", "9", "10", '+')]
    [InlineData("NumericLessThan", "-10", "-9", '+')]
    [InlineData("NumericLessThan", "99999999999999999999999999999998", "99999999999999999999999999999999", '+')]
    [InlineData("NumericLessThanEquals", "10", "10", '+')]
    [InlineData("NumericGreaterThan", "10", "10", '-')]
    [InlineData("NumericGreaterThan", "0.11", "0.109", '+')]
    [InlineData("NumericGreaterThanEquals", "10", "${x}|9", '+')] // PL-99
    [InlineData("NumericGreaterThanEquals", "10", "10", '+')]
    [InlineData("NumericGreaterThanEquals", "9", "10", '-')]
    [InlineData("DateEquals", "2026-01-01T00:00:00Z", "1767225600", '+')] // PL-94
    [InlineData("DateEquals", "2026-01-01T00:00:00Z", "2026-01", '+')]
    [InlineData("DateEquals", "2026-01-01", "2026-01-01t02:00+02", '+')]
    [InlineData("DateEquals", "2026-01-01T00:00:00.5Z", "2026-01-01T00:00:00.500000000Z", '+')]
    [InlineData("DateEquals", "2026", "2026-01-01", '-')]
    [InlineData("DateEquals", "2024-02-29", "2024-02-29T00", '+')]
    [InlineData("DateEquals", "2026-02-29", "2026-02-29", '-')]
    [InlineData("DateEquals", "2026-01-01Z", "2026-01-01", '-')]
    [InlineData("DateNotEquals", "yesterday", "2026-01-01", '-')]
    [InlineData("DateNotEquals", "2026-01-02", "yesterday|2026-01-01", '-')]
    [InlineData("DateNotEquals", "2026-01-02", "2026-01-01", '+')]
    [InlineData("DateLessThan", "2025-12-31T23:59:59.999999999Z", "2026-01", '+')]
    [InlineData("DateGreaterThanEquals", "2026-01", "2026-01", '+')]
    [InlineData("DateGreaterThan", "9223372036854775807", "9999-12-31T23:59:59Z", '+')]
    [InlineData("DateLessThanEquals", "0", "1970-01", '+')]
    [InlineData("Bool", "True", "true", '+')] // PL-95
    [InlineData("Bool", "false", "FALSE", '+')]
    [InlineData("Bool", "yes", "yes", '-')]
    [InlineData("Bool", "true", "${v:bool}", '+')]
    [InlineData("Bool", "true", "${v:absent}", '-')]
    [InlineData("BinaryEquals", "YWJj", "YWJj", '+')] // PL-96
    [InlineData("BinaryEquals", "YWJj", "YWJk|YWJj", '+')]
    [InlineData("BinaryEquals", "abc", "abc", '-')]
    [InlineData("BinaryEquals", "YWJjZA==", "YWJj", '-')]
    [InlineData("BinaryEquals", "YWJj", "YWJjZA==", '-')]
    [InlineData("IpAddress", "203.0.113.9", "203.0.113.0/24", '+')] // PL-97
    [InlineData("IpAddress", "203.0.113.9", "203.0.113.9", '+')]
    [InlineData("IpAddress", "203.0.113.9", "203.0.113.77/24", '+')]
    [InlineData("IpAddress", "203.0.113.9", "0.0.0.0/0", '+')]
    [InlineData("IpAddress", "203.0.114.9", "203.0.113.0/24", '-')]
    [InlineData("IpAddress", "203.0.113.09", "203.0.113.0/24", '-')]
    [InlineData("IpAddress", "203.0.113.9", "::/0", '-')]
    [InlineData("IpAddress", "2001:db8::1", "0.0.0.0/0", '-')]
    [InlineData("IpAddress", "2001:db8::1", "2001:DB8:0:0:0:0:0:1", '+')]
    [InlineData("IpAddress", "2001:db8::1", "2001:db8::/32", '+')]
    [InlineData("IpAddress", "2001:db9::1", "2001:db8::/32", '-')]
    [InlineData("IpAddress", "::ffff:203.0.113.9", "203.0.113.0/24", '+')]
    [InlineData("IpAddress", "::1", "::1/129", '-')]
    [InlineData("IpAddress", "1::2::3", "::/0", '-')]
    [InlineData("NotIpAddress", "198.51.100.1", "203.0.113.0/24", '+')]
    [InlineData("NotIpAddress", "198.51.100.1", "203.0.113.0/24|garbage", '-')]
    [InlineData("NotIpAddress", "garbage", "203.0.113.0/24", '-')]
    [InlineData("ArnEquals", "arn:aws:sns:eu-west-1:1:t/1", "arn:aws:sns:*:1:t/?", '+')] // PL-98
    [InlineData("ArnLike", "arn:aws:sns:eu-west-1:1:t:1", "arn:aws:sns:*:*:t*", '+')]
    [InlineData("ArnLike", "arn:aws:SNS:eu-west-1:1:t", "arn:aws:sns:*:*:t", '-')]
    [InlineData("ArnLike", "arn:aws:sns", "arn:aws:sns", '-')]
    [InlineData("ArnLike", "arn:aws:sns:a:b:c", "*", '-')]
    [InlineData("ArnLike", "arn:aws:sns:a:b:ana", "arn:aws:sns:a:b:${v:name}", '+')]
    [InlineData("ArnLike", "arn:aws:ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss:eu-west-1:1:t", "arn:aws:s*:*:1:t", '+')]
    [InlineData("ArnNotLike", "arn:aws:sns:a:b:c", "arn:aws:sns:a:b:d", '+')]
    [InlineData("ArnNotEquals", "nonsense", "arn:aws:sns:a:b:d", '-')]
    [InlineData("Null", null, "true", '+')] // PL-82
    [InlineData("Null", null, "false", '-')]
    [InlineData("Null", "x", "False", '+')] // PL-84
    [InlineData("Null", "", "true", '-')]
    [InlineData("Null", "x|y", "true|false", '+')]
    [InlineData("ForAllValues:Null", "x", "true", '+')] // PL-83
    [InlineData("ForAnyValue:Null", null, "true", '-')]
    [InlineData("ForAllValues:StringEquals", "a|b", "a|b|c", '+')] // PL-79
    [InlineData("ForAllValues:StringEquals", "a|x", "a|b|c", '-')]
    [InlineData("ForAllValues:StringEquals", null, "a", '+')]
    [InlineData("ForAllValues:StringEquals", "", "a", '+')]
    [InlineData("ForAllValues:StringEquals", "|a", "a", '-')]
    [InlineData("ForAnyValue:StringEquals", "a|x", "a", '+')] // PL-80
    [InlineData("ForAnyValue:StringEquals", null, "a", '-')]
    [InlineData("ForAnyValue:StringNotEquals", null, "a", '-')]
    [InlineData("ForAnyValue:StringEqualsIfExists", null, "a", '+')] // PL-81
    [InlineData("ForAllValues:StringNotEquals", "x|y", "a|b", '+')] // PL-87
    [InlineData("ForAllValues:StringNotEquals", "x|a", "a|b", '-')]
    [InlineData("ForAnyValue:StringNotEquals", "x|a", "a|b", '+')]
    [InlineData("ForAnyValue:StringNotEquals", "a|b", "a|b", '-')]
    [InlineData("ForAnyValue:NumericLessThan", "20|5", "10", '+')]
    [InlineData("ForAllValues:IpAddress", "10.0.0.1|10.0.0.2", "10.0.0.0/8", '+')]
    [InlineData("StringEquals", "a", null, '-')] // PL-88
    [InlineData("StringNotEquals", "a", null, '+')]
    [InlineData("StringNotEquals", null, null, '+')]
    [InlineData("StringNotEqualsIfExists", "a", null, '-')]
    [InlineData("StringEqualsIfExists", null, null, '+')]
    [InlineData("ForAllValues:StringEquals", "a", null, '-')]
    [InlineData("ForAllValues:StringEquals", null, null, '+')]
    [InlineData("ForAnyValue:StringNotEquals", "a", null, '-')]
    [InlineData("StringEquals", "ana", "${v:name}", '+')] // PL-104
    [InlineData("StringEquals", "ana", "${ V:NAME }", '+')] // PL-103
    [InlineData("StringEquals", "x", "${v:absent, 'x'}", '+')] // PL-111
    [InlineData("StringEquals", "x", "${v:absent,'x'}", '+')]
    [InlineData("StringEquals", "", "${v:absent, ''}", '+')]
    [InlineData("StringEquals", "ana", "${v:name, 'x'}", '+')]
    [InlineData("StringEquals", "", "${v:empty, 'x'}", '+')] // PL-112
    [InlineData("StringEquals", "x", "${v:absent}", '-')] // PL-108
    [InlineData("StringNotEquals", "x", "${v:absent}", '+')] // PL-109
    [InlineData("StringEquals", "a", "${v:two}", '-')]
    [InlineData("StringEquals", "y", "${v:two, 'y'}", '+')]
    [InlineData("StringEquals", "${v:name", "${v:name", '+')] // PL-113
    [InlineData("StringEquals", "${}", "${}", '+')]
    [InlineData("StringEquals", "${v name}", "${v name}", '+')]
    [InlineData("StringEquals", "${v:name, x}", "${v:name, x}", '+')]
    [InlineData("StringLike", "*", "${v:star}", '+')] // PL-106
    [InlineData("StringLike", "x", "${v:star}", '-')]
    [InlineData("StringEquals", "${v:name}", "${v:nested}", '+')] // PL-114
    public void Operator_compares_as_the_rules_say(string name, string? seen, string? wanted, char holds)
    {
        var context = new RequestContext().Set("v:name", "ana").Set("v:empty", "").Set("v:star", "*").Set("v:bool", "True").Set("v:nested", "${v:name}").Set("v:two", new[] { "a", "b" });
        if (seen is not null)
        {
            context.Set("K:key", seen.Split('|'));
        }

        var test = ConditionTest.Compile(new(name, "k:KEY", wanted?.Split('|') ?? []), variables: true);

        Assert.Equal(holds == '+', test.Holds(context));
        Assert.Equal(holds == '+', test.Holds(new RequestContext().Include(context)));
    }

    [Theory]
    [InlineData("stringEquals")] // PL-74
    [InlineData("StringEqualsIfExistsIfExists")]
    [InlineData("NullIfExists")] // PL-85
    [InlineData("forAllValues:StringEquals")]
    [InlineData("BoolNotEquals")]
    [InlineData("")]
    public void Nothing_else_is_an_operator(string name) => Assert.False(ConditionOperators.TryFind(name, out _));

    [Fact]
    public void Variables_are_text_in_the_older_version_PL_105()
    {
        var context = new RequestContext().Set("v:name", "ana").Set("k", "${v:name}");

        Assert.True(ConditionTest.Compile(new("StringEquals", "k", ["${v:name}"]), variables: false).Holds(context));
    }

    [Fact]
    public void Every_address_of_RFC_4291_can_be_read()
    {
        foreach (var text in (string[])["::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "64:ff9b::192.0.2.33", "fe80::1:2", "1:2:3:4:5:6:1.2.3.4"])
        {
            Assert.True(Address.TryRead(text, out var address), text);
            var bytes = System.Net.IPAddress.Parse(text).GetAddressBytes();
            Assert.Equal(new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true), (System.Numerics.BigInteger)address.Bits);
        }

        foreach (var text in (string[])["", ":", ":::", "1:", ":1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1::", "12345::", "g::", "fe80::1%eth0", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.4 ", "::1.2.3", "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:6:7:8::"])
        {
            Assert.False(Address.TryRead(text, out _), text);
        }
    }
}
