using Gatehouse.Accounts.Mfa;

namespace Gatehouse.Accounts.Tests.Mfa;

public sealed class TotpTests
{
    private static ReadOnlySpan<byte> Seed => "12345678901234567890"u8;

    // RFC 6238, appendix B, the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Shows_the_codes_of_the_standard_AU_602(long time, string code)
    {
        var step = Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(time));

        Assert.Equal(code, CodeOf(step));
        Assert.True(Totp.Matches(Seed, step, code));
        Assert.False(Totp.Matches(Seed, step + 1, code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870820")]
    [InlineData("28708\u0132")]
    public void Takes_no_text_that_is_no_code(string text) => Assert.False(Totp.Matches(Seed, 1, text));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Finds_a_code_one_step_off_and_no_further_AU_604(int off, bool found)
    {
        long? step = found ? 1000 + off : null;

        Assert.Equal(step, Totp.Find(Seed, CodeOf(1000 + off), 1000, 0));
    }

    [Fact]
    public void Finds_no_code_that_is_spent_AU_612()
    {
        Assert.Equal(1000, Totp.Find(Seed, CodeOf(1000), 1000, 999));
        Assert.Null(Totp.Find(Seed, CodeOf(1000), 1000, 1000));
        Assert.Null(Totp.FindPair(Seed, CodeOf(999), CodeOf(1000), 1000, 10, 999));
    }

    [Fact]
    public void Seeds_are_written_as_RFC_4648_says()
    {
        Span<byte> text = stackalloc byte[16];
        Base32.Write("foobarbaz0"u8, text);

        Assert.Equal("MZXW6YTBOJRGC6RQ", System.Text.Encoding.ASCII.GetString(text));
    }

    private static string CodeOf(long step)
    {
        Span<char> code = stackalloc char[Totp.Digits];
        Totp.Write(Seed, step, code);
        return code.ToString();
    }
}
