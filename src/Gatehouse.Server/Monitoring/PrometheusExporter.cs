using System.Diagnostics.Metrics;
using System.Text;
using Gatehouse.Server.Requests;

namespace Gatehouse.Server.Monitoring;

/// <summary>Writes our meter and the runtime's as Prometheus reads them: text format 0.0.4, families and labels in a stable order.</summary>
/// <remarks>Listens to observable instruments only, from the first question on: before that, and between two, it costs nothing.</remarks>
internal sealed class PrometheusExporter(GatehouseMeter meter) : IDisposable
{
    /// <summary>The media type of the text.</summary>
    internal const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private const string RuntimeMeter = "System.Runtime";
    private static readonly double[] Bounds = [.. OperationNumbers.Bounds.Select(micros => micros / 1e6)];

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, MetricFamily> families = new(StringComparer.Ordinal);
    private readonly MetricFamily durations = new(
        MetricFamily.NameOf("gatehouse.request.duration", "s", counter: false), "histogram", "How long requests took, from their arrival to their answer.");

    private MeterListener? listener;

    /// <summary>The text of all metrics, as they are now.</summary>
    internal string Write()
    {
        lock (gate)
        {
            listener ??= Listen();
            foreach (var family in families.Values)
            {
                family.Clear();
            }

            listener.RecordObservableInstruments();
            ReadDurations();
            var text = new StringBuilder(16 * 1024);
            foreach (var family in families.Values)
            {
                family.Write(text);
            }

            return text.ToString();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => listener?.Dispose();

    private MeterListener Listen()
    {
        families.Add(durations.Name, durations);
        var made = new MeterListener { InstrumentPublished = Publish };
        made.SetMeasurementEventCallback<int>(static (_, value, tags, family) => ((MetricFamily)family!).Set(value, tags));
        made.SetMeasurementEventCallback<long>(static (_, value, tags, family) => ((MetricFamily)family!).Set(value, tags));
        made.SetMeasurementEventCallback<double>(static (_, value, tags, family) => ((MetricFamily)family!).Set(value, tags));
        made.Start();
        return made;
    }

    private void Publish(Instrument instrument, MeterListener to)
    {
        if (!instrument.IsObservable || (!ReferenceEquals(instrument.Meter, meter.Meter) && instrument.Meter.Name != RuntimeMeter))
        {
            return;
        }

        // Instruments of others may be published at any time, by any thread.
        lock (gate)
        {
            var family = MetricFamily.Of(instrument);
            if (families.TryAdd(family.Name, family))
            {
                to.EnableMeasurementEvents(instrument, family);
            }
        }
    }

    private void ReadDurations()
    {
        foreach (var (labels, numbers) in meter.Durations)
        {
            var buckets = Enumerable.Range(0, Bounds.Length + 1).Select(numbers.Bucket).ToList();
            durations.SetHistogram(Bounds, buckets, numbers.Seconds, [.. labels.Select(label => KeyValuePair.Create(label.Key, (object?)label.Value))]);
        }
    }
}
