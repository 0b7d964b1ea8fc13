using System.Diagnostics.Metrics;
using Gatehouse.Server.Audit;
using Gatehouse.Server.Hosting;
using Gatehouse.Server.Requests;

namespace Gatehouse.Server.Tests.Monitoring;

public sealed class PrometheusExporterTests : IAsyncDisposable
{
    private readonly MonitoringFixture monitoring = new();

    [Fact]
    public void Requests_are_counted_by_service_operation_and_outcome()
    {
        var numbers = monitoring.Of("iam:CreateUser");
        numbers.Count(Outcome.Succeeded, TimeSpan.FromMilliseconds(1));
        numbers.Count(Outcome.Succeeded, TimeSpan.FromMilliseconds(1));
        numbers.Count(Outcome.Denied, TimeSpan.FromMilliseconds(1));
        numbers.Count(Outcome.Failed, TimeSpan.FromMilliseconds(1));

        var text = monitoring.Scrape();

        Assert.Equal("counter", text.TypeOf("gatehouse_requests_total"));
        Assert.Equal(2, text["""gatehouse_requests_total{operation="CreateUser",outcome="succeeded",service="iam"}"""]);
        Assert.Equal(1, text["""gatehouse_requests_total{operation="CreateUser",outcome="denied",service="iam"}"""]);
        Assert.Equal(0, text["""gatehouse_requests_total{operation="CreateUser",outcome="refused",service="iam"}"""]);
        Assert.Equal(1, text["""gatehouse_requests_total{operation="CreateUser",outcome="failed",service="iam"}"""]);
    }

    [Fact]
    public void Durations_are_a_histogram_in_seconds()
    {
        var numbers = monitoring.Of("sts:GetCallerIdentity");
        numbers.Count(Outcome.Succeeded, TimeSpan.FromMicroseconds(40));
        numbers.Count(Outcome.Succeeded, TimeSpan.FromMilliseconds(7));
        numbers.Count(Outcome.Refused, TimeSpan.FromSeconds(10));

        var text = monitoring.Scrape();

        const string Labels = "operation=\"GetCallerIdentity\",service=\"sts\"";
        Assert.Equal("histogram", text.TypeOf("gatehouse_request_duration_seconds"));
        Assert.Equal(1, text[$$"""gatehouse_request_duration_seconds_bucket{{{Labels}},le="5E-05"}"""]);
        Assert.Equal(1, text[$$"""gatehouse_request_duration_seconds_bucket{{{Labels}},le="0.005"}"""]);
        Assert.Equal(2, text[$$"""gatehouse_request_duration_seconds_bucket{{{Labels}},le="0.01"}"""]);
        Assert.Equal(2, text[$$"""gatehouse_request_duration_seconds_bucket{{{Labels}},le="5"}"""]);
        Assert.Equal(3, text[$$"""gatehouse_request_duration_seconds_count{{{Labels}}}"""]);
        Assert.Equal(10.00704, text[$$"""gatehouse_request_duration_seconds_sum{{{Labels}}}"""], 6);
    }

    [Fact]
    public void Requests_for_nothing_we_know_are_counted_as_unknown()
    {
        monitoring.Trail.Close(new() { Time = default, Started = TimeProvider.System.GetTimestamp(), RequestId = "1" }, null, new Wire.CommonException(Wire.CommonError.InvalidAction, "No."));

        Assert.Equal(1, monitoring.Scrape()["""gatehouse_requests_total{operation="unknown",outcome="refused",service="unknown"}"""]);
    }

    [Fact]
    public void Operations_that_nobody_called_are_left_out() =>
        Assert.DoesNotContain(monitoring.Scrape().Families, family => family.StartsWith("gatehouse_request", StringComparison.Ordinal));

    [Fact]
    public void Shed_audit_events_are_shown()
    {
        // The lane is not running, so that nothing is kept yet and the burst that may be kept does not grow again.
        var record = new AuditRecord { Time = default, Started = 0, RequestId = "1", ClaimedAccount = "111122223333" };
        for (var i = 0; i < (new Settings().AuditEventsPerSecond * 10) + 3; i++)
        {
            monitoring.Lane.Offer(record);
        }

        var text = monitoring.Scrape();

        Assert.Equal(3, text["""gatehouse_audit_events_total{result="shed"}"""]);
        Assert.Equal(0, text["""gatehouse_audit_events_total{result="kept"}"""]);
    }

    [Fact]
    public void The_build_and_the_runtime_show_themselves()
    {
        var text = monitoring.Scrape();

        Assert.Contains(text.Samples, sample => sample.StartsWith("gatehouse_build_info{runtime=\".NET 10.", StringComparison.Ordinal) && text[sample] == 1);
        Assert.True(text["dotnet_process_memory_working_set_bytes"] > 1_000_000);
        Assert.True(text["""dotnet_gc_collections_total{gc_heap_generation="gen0"}"""] >= 0);
        Assert.All(text.Families, family => Assert.True(text.Helps.ContainsKey(family), family));
    }

    [Fact]
    public void Two_scrapes_of_the_same_numbers_have_the_same_lines_in_the_same_order()
    {
        monitoring.Of("iam:CreateUser").Count(Outcome.Succeeded, TimeSpan.Zero);
        monitoring.Of("iam:GetUser").Count(Outcome.Succeeded, TimeSpan.Zero);

        var (first, second) = (monitoring.Scrape(), monitoring.Scrape());

        Assert.Equal(first.Families, second.Families);
        Assert.Equal(first.Samples, second.Samples);
        Assert.Equal(first.Families.Order(StringComparer.Ordinal), first.Families);
    }

    [Fact]
    public void Other_meters_are_not_ours_to_show_be_they_named_like_ours()
    {
        using var other = new Meter("Other");
        other.CreateObservableGauge("other.gauge", () => 1);
        using var namesake = new Meter("Gatehouse");
        namesake.CreateObservableGauge("gatehouse.other", () => 1);

        Assert.DoesNotContain(monitoring.Scrape().Families, family => family.Contains("other", StringComparison.Ordinal));
    }

    [Fact]
    public void The_meter_can_be_heard_by_others_under_its_name()
    {
        monitoring.Of("iam:GetUser").Count(Outcome.Succeeded, TimeSpan.Zero);
        var heard = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Meter.Name == "Gatehouse")
                {
                    heard.Add(instrument.Name);
                    to.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.Start();

        Assert.Contains("gatehouse.requests", heard);
        Assert.Contains("gatehouse.store.healthy", heard);
    }

    public ValueTask DisposeAsync() => monitoring.DisposeAsync();
}
