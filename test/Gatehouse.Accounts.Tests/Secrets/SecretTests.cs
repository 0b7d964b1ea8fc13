using System.Globalization;
using System.Reflection;
using System.Text;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Tests.Secrets;

/// <summary>AU-8 and AU-216.</summary>
public sealed class SecretTests
{
    [Fact]
    public void It_prints_as_asterisks_however_it_is_printed()
    {
        using var secret = Secret.FromText("wJalrXUtnFEMI");

        Assert.Equal("***", secret.ToString());
        Assert.Equal("a *** b", string.Create(CultureInfo.InvariantCulture, $"a {secret} b"));
        Assert.DoesNotContain(typeof(Secret).GetProperties(BindingFlags.Public | BindingFlags.Instance), static property => property.PropertyType == typeof(string));
    }

    [Fact]
    public void It_keeps_its_own_copy_and_wipes_it()
    {
        byte[] bytes = [1, 2, 3];
        var secret = new Secret(bytes);
        bytes[0] = 9;
        Assert.Equal([1, 2, 3], secret.Bytes.ToArray());
        var seen = (byte[])typeof(Secret).GetField("bytes", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(secret)!;

        secret.Dispose();

        Assert.Equal([0, 0, 0], seen);
        Assert.Throws<ObjectDisposedException>(() => secret.Bytes.Length);
        Assert.Throws<ObjectDisposedException>(() => secret.Matches([1, 2, 3]));
        secret.Dispose();
    }

    [Fact]
    public void It_lies_where_the_collector_does_not_move_it()
    {
        using var secret = Secret.OfRandom(32);

        var seen = typeof(Secret).GetField("bytes", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(secret)!;

        // The pinned heap belongs to the oldest generation from the start.
        Assert.Equal(GC.MaxGeneration, GC.GetGeneration(seen));
    }

    [Fact]
    public void It_matches_its_own_bytes_alone()
    {
        using var secret = Secret.FromText("pässword");

        Assert.True(secret.Matches(Encoding.UTF8.GetBytes("pässword")));
        Assert.False(secret.Matches(Encoding.UTF8.GetBytes("passwörd")));
        Assert.False(secret.Matches("pass"u8));
        Assert.False(secret.Matches([]));
        Assert.Equal(9, secret.Length);
    }
}
