using System.Text;
using Gatehouse.Server.Monitoring;

namespace Gatehouse.Server.Tests.Monitoring;

public sealed class MetricFamilyTests
{
    [Theory]
    [InlineData("dotnet.gc.collections", "{collection}", true, "dotnet_gc_collections_total")]
    [InlineData("dotnet.process.memory.working_set", "By", false, "dotnet_process_memory_working_set_bytes")]
    [InlineData("dotnet.process.cpu.time", "s", true, "dotnet_process_cpu_time_seconds_total")]
    [InlineData("gatehouse.build.info", null, false, "gatehouse_build_info")]
    [InlineData("already.seconds", "s", false, "already_seconds")]
    [InlineData("already.total", null, true, "already_total")]
    [InlineData("2-fold", "1", false, "_2_fold")]
    public void Names_follow_the_convention(string name, string? unit, bool counter, string expected) =>
        Assert.Equal(expected, MetricFamily.NameOf(name, unit, counter));

    [Fact]
    public void Labels_and_help_are_escaped()
    {
        var family = new MetricFamily("odd", "gauge", "Back\\slash and\nline \"quoted\"");
        family.Set(1, [new("what.is", "a\"b\\c\nd"), new("and", null)]);

        Assert.Equal(
            """
            # HELP odd Back\\slash and\nline "quoted"
            # TYPE odd gauge
            odd{and="",what_is="a\"b\\c\nd"} 1

            """,
            Written(family));
        PrometheusText.Read(Written(family));
    }

    [Theory]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e300, "1E+300")]
    [InlineData(-2, "-2")]
    public void Numbers_are_written_as_the_format_wants(double value, string expected)
    {
        var family = new MetricFamily("number", "gauge", "");
        family.Set(value, []);

        Assert.Equal($"# TYPE number gauge\nnumber {expected}\n", Written(family));
        PrometheusText.Read(Written(family));
    }

    [Fact]
    public void Histograms_add_up_from_bucket_to_bucket()
    {
        var family = new MetricFamily("took_seconds", "histogram", "Time.");
        family.SetHistogram([0.1, 1], [3, 0, 2], 7.5, [new("op", "x")]);

        Assert.Equal(
            """
            # HELP took_seconds Time.
            # TYPE took_seconds histogram
            took_seconds_bucket{op="x",le="0.1"} 3
            took_seconds_bucket{op="x",le="1"} 3
            took_seconds_bucket{op="x",le="+Inf"} 5
            took_seconds_sum{op="x"} 7.5
            took_seconds_count{op="x"} 5

            """,
            Written(family));
        PrometheusText.Read(Written(family));
    }

    [Fact]
    public void Lines_stand_in_the_order_of_their_labels_and_a_family_without_any_is_left_out()
    {
        var family = new MetricFamily("ordered", "gauge", "");
        Assert.Equal("", Written(family));

        family.Set(2, [new("a", "2")]);
        family.Set(1, [new("a", "1")]);
        family.Set(3, [new("a", "2")]);

        Assert.Equal("# TYPE ordered gauge\nordered{a=\"1\"} 1\nordered{a=\"2\"} 3\n", Written(family));
    }

    private static string Written(MetricFamily family)
    {
        var text = new StringBuilder();
        family.Write(text);
        return text.ToString();
    }
}
