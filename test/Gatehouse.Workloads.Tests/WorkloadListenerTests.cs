namespace Gatehouse.Workloads.Tests;

/// <summary>What an operator may say of a listener.</summary>
public sealed class WorkloadListenerTests
{
    [Fact]
    public void Reads_an_instance()
    {
        var read = WorkloadListener.Parse("instance http://127.0.0.1:1338 account=111122223333 profile=web v1=true hop-limit=2 host=imds.internal");

        Assert.Equal((WorkloadKind.Instance, "http://127.0.0.1:1338", "111122223333", "web"), (read.Kind, read.Url, read.Account, read.Name));
        Assert.Equal((true, 2, "imds.internal"), (read.AllowsVersion1, read.HopLimit, read.Host));
    }

    [Fact] // [AU-830]
    public void Reads_a_listener_of_pods()
    {
        var read = WorkloadListener.Parse("pod http://169.254.170.23 account=111122223333 cluster=prod hop-limit=2");

        Assert.Equal((WorkloadKind.Pod, 80, "prod", null, 2), (read.Kind, read.Address.Port, read.Name, read.TokenFile, read.HopLimit));
        Assert.Equal(
            "AWS_CONTAINER_CREDENTIALS_FULL_URI=http://169.254.170.23/v1/credentials "
            + "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token",
            read.Variables("http://169.254.170.23"));

        // An agent's role is the node's: pods are given others.
        Assert.Equal("prod", WorkloadListener.ParseFor("111122223333", "node", "pod http://169.254.170.23 cluster=prod").Name);
        Assert.Throws<FormatException>(() => WorkloadListener.ParseFor("111122223333", "node", "pod http://169.254.170.23"));
    }

    [Fact]
    public void Version_1_is_off_and_answers_travel_one_hop_unless_said_otherwise()
    {
        var read = WorkloadListener.Parse("instance http://169.254.169.254 account=111122223333 profile=web");

        Assert.Equal((false, 1, 80), (read.AllowsVersion1, read.HopLimit, read.Address.Port));
    }

    [Theory]
    [InlineData("")]
    [InlineData("machine http://127.0.0.1:1338 account=111122223333 profile=web")]
    [InlineData("instance http://0.0.0.0:1338 account=111122223333 profile=web")]
    [InlineData("instance http://10.0.0.1:1338 account=111122223333 profile=web")]
    [InlineData("instance https://127.0.0.1:1338 account=111122223333 profile=web")]
    [InlineData("instance http://127.0.0.1:1338 account=1 profile=web")]
    [InlineData("instance http://127.0.0.1:1338 account=111122223333")]
    [InlineData("instance http://127.0.0.1:1338 account=111122223333 role=web")]
    [InlineData("instance http://127.0.0.1:1338 account=111122223333 profile=web profile=web")]
    [InlineData("instance http://127.0.0.1:1338 account=111122223333 profile=web hop-limit=65")]
    [InlineData("instance http://127.0.0.1:1338 account=111122223333 profile=web v1=yes")]
    [InlineData("instance http://127.0.0.1:1338 account=111122223333 profile=web colour=red")]
    [InlineData("container http://127.0.0.1:1338 account=111122223333 role=web")]
    [InlineData("pod http://127.0.0.1:1338 account=111122223333 role=web")]
    [InlineData("pod http://127.0.0.1:1338 account=111122223333 cluster=prod token-file=t")]
    [InlineData("pod http://192.0.2.1 account=111122223333 cluster=prod")]
    [InlineData("container http://127.0.0.1:1338 account=111122223333 role=web token-file=t v1=true")]
    public void Refuses_what_it_does_not_know(string text) => Assert.Throws<FormatException>(() => WorkloadListener.Parse(text));
}
