namespace Gatehouse.PolicyEngine;

/// <summary>A set of layers, in the order in which messages name them when they fail to allow (PE-91).</summary>
[Flags]
internal enum LayerBits
{
    /// <summary>No layer.</summary>
    None = 0,

    /// <summary>Partitions differ.</summary>
    Partition = 1,

    /// <summary>Resource control policies.</summary>
    ResourceControl = 2,

    /// <summary>Service control policies.</summary>
    ServiceControl = 4,

    /// <summary>Endpoint policies.</summary>
    Endpoint = 8,

    /// <summary>Identity policies.</summary>
    Identity = 16,

    /// <summary>The boundary.</summary>
    Boundary = 32,

    /// <summary>Session policies.</summary>
    Session = 64,

    /// <summary>The resource's policy.</summary>
    Resource = 128,
}

/// <summary>Working with sets of layers.</summary>
internal static class LayerBitsExtensions
{
    extension(LayerBits bits)
    {
        internal static LayerBits Unless(bool holds, LayerBits bit) => holds ? LayerBits.None : bit;

        /// <summary>The layer a message names.</summary>
        internal PolicyLayer First(bool trust) => (LayerBits)((int)bits & -(int)bits) switch
        {
            LayerBits.None => PolicyLayer.None,
            LayerBits.Partition => PolicyLayer.Partition,
            LayerBits.ResourceControl => PolicyLayer.ResourceControl,
            LayerBits.ServiceControl => PolicyLayer.ServiceControl,
            LayerBits.Endpoint => PolicyLayer.Endpoint,
            LayerBits.Identity => PolicyLayer.Identity,
            LayerBits.Boundary => PolicyLayer.Boundary,
            LayerBits.Session => PolicyLayer.Session,
            _ => trust ? PolicyLayer.Trust : PolicyLayer.Resource,
        };

        /// <summary>All of them, in order.</summary>
        internal IEnumerable<PolicyLayer> All(bool trust)
        {
            for (var left = bits; left != LayerBits.None; left &= left - 1)
            {
                yield return left.First(trust);
            }
        }
    }
}
