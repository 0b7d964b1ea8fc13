using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Workloads;

/// <summary>What the metadata service tells of an instance beside its credentials: the same as long as the listener is the same [AU-810].</summary>
internal sealed class InstanceFacts
{
    private const string Image = "ami-00000000000000000";
    private const string Type = "t3.micro";

    private readonly WorkloadListener listener;
    private readonly string region;
    private readonly DateTimeOffset started;
    private readonly string address;
    private readonly byte[] drawn;

    /// <summary>Says what an instance is.</summary>
    /// <param name="listener">Its listener.</param>
    /// <param name="roles">Where its role comes from.</param>
    internal InstanceFacts(WorkloadListener listener, IRoleSource roles)
    {
        this.listener = listener;
        region = roles.Region;
        started = roles.Now;
        address = listener.Address.Address.ToString();
        drawn = SHA256.HashData(Encoding.UTF8.GetBytes($"{listener.Account}/{listener.Name}/{listener.Address}{roles.Place}"));
        Id = "i-" + Convert.ToHexStringLower(drawn)[..17];
    }

    /// <summary>The instance's id.</summary>
    internal string Id { get; }

    /// <summary>What there is to read, by path.</summary>
    internal Dictionary<string, string> Paths(IdentityDocument document)
    {
        var (zone, host, mac) = (region + "a", $"ip-{address.Replace('.', '-').Replace(':', '-')}.{(region == "us-east-1" ? "ec2" : region + ".compute")}.internal", Mac());
        var nic = $"meta-data/network/interfaces/macs/{mac}/";
        var paths = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["meta-data/ami-id"] = Image,
            ["meta-data/ami-launch-index"] = "0",
            ["meta-data/ami-manifest-path"] = "(unknown)",
            ["meta-data/hostname"] = host,
            ["meta-data/instance-action"] = "none",
            ["meta-data/instance-id"] = Id,
            ["meta-data/instance-life-cycle"] = "on-demand",
            ["meta-data/instance-type"] = Type,
            ["meta-data/local-hostname"] = host,
            ["meta-data/local-ipv4"] = address,
            ["meta-data/mac"] = mac,
            [nic + "device-number"] = "0",
            [nic + "interface-id"] = "eni-" + Convert.ToHexStringLower(drawn)[17..34],
            [nic + "local-hostname"] = host,
            [nic + "local-ipv4s"] = address,
            [nic + "mac"] = mac,
            [nic + "owner-id"] = listener.Account,
            ["meta-data/placement/availability-zone"] = zone,
            ["meta-data/placement/region"] = region,
            ["meta-data/profile"] = "default-hvm",
            ["meta-data/reservation-id"] = "r-" + Convert.ToHexStringLower(drawn)[34..51],
            ["meta-data/security-groups"] = "default",
            ["meta-data/services/domain"] = "amazonaws.com",
            ["meta-data/services/partition"] = "aws",
            ["meta-data/system"] = "nitro",
            ["dynamic/instance-identity/document"] = document.Text,
        };
        if (document is { Signature: { } signature, Message: { } message })
        {
            paths["dynamic/instance-identity/signature"] = signature;
            paths["dynamic/instance-identity/pkcs7"] = message;
            paths["dynamic/instance-identity/rsa2048"] = message;
        }

        return paths;
    }

    /// <summary>The instance identity document.</summary>
    internal string Document() => Encoding.UTF8.GetString(WorkloadAnswer.Json(json =>
    {
        json.WriteString("accountId"u8, listener.Account);
        json.WriteString("architecture"u8, "x86_64"u8);
        json.WriteString("availabilityZone"u8, region + "a");
        json.WriteNull("billingProducts"u8);
        json.WriteNull("devpayProductCodes"u8);
        json.WriteString("imageId"u8, Image);
        json.WriteString("instanceId"u8, Id);
        json.WriteString("instanceType"u8, Type);
        json.WriteNull("kernelId"u8);
        json.WriteNull("marketplaceProductCodes"u8);
        json.WriteString("pendingTime"u8, WorkloadAnswer.Moment(started));
        json.WriteString("privateIp"u8, address);
        json.WriteNull("ramdiskId"u8);
        json.WriteString("region"u8, region);
        json.WriteString("version"u8, "2017-09-30"u8);
    }));

    // A unicast address that no maker of cards has: the second lowest bit of the first byte says so.
    private string Mac() => "02:" + string.Join(':', drawn[^5..].Select(static one => one.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
}
