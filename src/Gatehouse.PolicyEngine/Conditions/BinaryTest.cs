using System.Buffers;
using System.Buffers.Text;

namespace Gatehouse.PolicyEngine;

/// <summary>BinaryEquals: base64 on both sides, bytes equal (PL-96).</summary>
internal sealed class BinaryTest(PolicyCondition written, WrittenOperator operation) : ConditionTest(written, operation)
{
    private const int OnStack = 512;

    private readonly byte[][] wanted = [.. written.Values.Select(Read).OfType<byte[]>()];

    protected override bool Accepts(string value, ref ContextEntry entry, RequestContext context)
    {
        if (!Base64.IsValid(value, out var length))
        {
            return false;
        }

        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var buffer = rented ?? stackalloc byte[OnStack];
        var read = Convert.TryFromBase64String(value, buffer, out var written) && Equals(buffer[..written]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return read;
    }

    private static byte[]? Read(string value) => Base64.IsValid(value) ? Convert.FromBase64String(value) : null;

    private bool Equals(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in wanted)
        {
            if (bytes.SequenceEqual(one))
            {
                return true;
            }
        }

        return false;
    }
}
