using System.Text.Json;

namespace Gatehouse.Server.Tests.Monitoring;

public sealed class MonitoringEndpointTests : IAsyncDisposable
{
    private readonly MonitoringFixture monitoring = new();

    [Fact]
    public async Task Health_is_ok_when_the_store_answers()
    {
        var (response, body) = (await monitoring.AskAsync("GET", "/health"))!.Value;

        Assert.Equal((200, "application/json", "no-store"), (response.StatusCode, response.ContentType, response.Headers.CacheControl.ToString()));
        Assert.StartsWith("""{"status":"ok",""", body, StringComparison.Ordinal);
        Assert.Equal("ok", JsonDocument.Parse(body).RootElement.GetProperty("checks").GetProperty("store").GetString());
        Assert.Equal(body.Length, response.ContentLength);
    }

    [Fact]
    public async Task Health_is_503_and_says_what_is_wrong_when_the_store_does_not_answer()
    {
        monitoring.Well = false;

        var (response, body) = (await monitoring.AskAsync("GET", "/health"))!.Value;

        Assert.Equal(503, response.StatusCode);
        var health = JsonDocument.Parse(body).RootElement;
        Assert.Equal("unavailable", health.GetProperty("status").GetString());
        Assert.Equal("The store does not answer.", health.GetProperty("checks").GetProperty("store").GetString());
    }

    [Fact]
    public async Task A_server_that_is_stopping_is_not_ready()
    {
        monitoring.Life.StopApplication();

        var (response, body) = (await monitoring.AskAsync("GET", "/health"))!.Value;

        Assert.Equal((503, "stopping"), (response.StatusCode, JsonDocument.Parse(body).RootElement.GetProperty("status").GetString()));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/metrics")]
    public async Task HEAD_is_answered_as_GET_without_the_body(string path)
    {
        var (response, body) = (await monitoring.AskAsync("HEAD", path))!.Value;

        Assert.Equal((200, ""), (response.StatusCode, body));
        Assert.True(response.ContentLength > 0);
    }

    [Theory]
    [InlineData("POST", "/health")]
    [InlineData("PUT", "/metrics")]
    [InlineData("get", "/health")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/Health")]
    [InlineData("GET", "/health/")]
    [InlineData("GET", "/metric")]
    [InlineData("GET", "/metricz")]
    public async Task Everything_else_goes_on_to_the_pipeline(string method, string path) => Assert.Null(await monitoring.AskAsync(method, path));

    [Fact]
    public async Task Metrics_are_prometheus_text()
    {
        var (response, body) = (await monitoring.AskAsync("GET", "/metrics"))!.Value;

        Assert.Equal((200, "text/plain; version=0.0.4; charset=utf-8"), (response.StatusCode, response.ContentType));
        Assert.Equal(1, PrometheusText.Read(body)["gatehouse_store_healthy"]);
    }

    [Fact]
    public async Task Metrics_are_served_while_the_store_is_away_and_say_so()
    {
        monitoring.Well = false;

        var (response, body) = (await monitoring.AskAsync("GET", "/metrics"))!.Value;

        Assert.Equal(200, response.StatusCode);
        Assert.Equal(0, PrometheusText.Read(body)["gatehouse_store_healthy"]);
    }

    public ValueTask DisposeAsync() => monitoring.DisposeAsync();
}
