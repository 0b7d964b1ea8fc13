using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Accounts.Sessions;

/// <summary>Writes a session as the bytes that a token seals, and reads them.</summary>
/// <remarks>All fields in one fixed order, no names. A field more is another mark, or another <see cref="Layout"/>; nodes read every layout a live token may have.</remarks>
internal static class SessionCodec
{
    /// <summary>The most zeros at the end, which make a token's length fit its text.</summary>
    internal const int MaxPadding = 2;

    private const byte Layout = 1;
    private const byte Chained = 1;
    private const byte Mfa = 2;
    private const byte Parent = 4;
    private const byte Source = 8;
    private const byte PolicyIds = 16;
    private const byte Marks = Chained | Mfa | Parent | Source | PolicyIds;
    private const int IdSize = 16;

    internal static void Write(ref FieldWriter writer, SessionContents contents, ReadOnlySpan<byte> packed, ReadOnlySpan<byte> secretKey)
    {
        writer.Byte(Layout);
        writer.Bytes(secretKey);
        writer.Byte((byte)contents.Kind);
        writer.Byte((byte)((contents.Chained ? Chained : 0) | (contents.MfaTime is null ? 0 : Mfa) | (contents.ParentSessionId is null ? 0 : Parent)
            | (contents.SourceKey is null ? 0 : Source) | (contents.PolicyIds.IsDefaultOrEmpty ? 0 : PolicyIds)));
        writer.Byte((byte)contents.Delivery);
        writer.Time(contents.Issued);
        writer.Time(contents.Expires);
        if (contents.MfaTime is { } mfa)
        {
            writer.Time(mfa);
        }

        WriteId(ref writer, contents.SessionId);
        if (contents.ParentSessionId is { } parent)
        {
            WriteId(ref writer, parent);
        }

        if (contents.SourceKey is { } source)
        {
            writer.Text(source);
        }

        writer.Text(contents.Account);
        writer.Text(contents.PrincipalId);
        writer.Text(contents.PrincipalArn);
        writer.Text(contents.SessionName);
        writer.Optional(contents.SourceIdentity);
        writer.Optional(contents.Provider);
        writer.Optional(contents.DeliveredTo);
        writer.Bytes(packed);
        if (!contents.PolicyIds.IsDefaultOrEmpty && contents.PolicyIds.Length != contents.PolicyArns.Length)
        {
            throw new ArgumentException("Each managed session policy has an id, or none has.", nameof(contents));
        }

        foreach (var id in contents.PolicyIds.IsDefaultOrEmpty ? [] : contents.PolicyIds)
        {
            writer.Text(id);
        }

        foreach (var tags in contents.Tags.Chunk(8))
        {
            writer.Byte((byte)tags.Index().Sum(static tag => tag.Item.Transitive ? 1 << tag.Index : 0));
        }

        writer.Number((ulong)contents.FederationKeys.Length);
        foreach (var key in contents.FederationKeys)
        {
            writer.Text(key.Name);
            writer.Number((ulong)key.Values.Length);
            foreach (var value in key.Values)
            {
                writer.Text(value);
            }
        }
    }

    /// <summary>The secret key alone; empty when the bytes are no session.</summary>
    internal static ReadOnlySpan<byte> SecretKeyOf(ReadOnlySpan<byte> bytes)
    {
        var reader = new FieldReader(bytes);
        return reader.Byte() == Layout ? reader.Bytes() : default;
    }

    internal static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SessionContents? contents)
    {
        contents = null;
        var reader = new FieldReader(bytes);
        if (reader.Byte() != Layout)
        {
            return false;
        }

        reader.Bytes();
        var (kind, flags, delivery) = ((SessionKind)reader.Byte(), reader.Byte(), (SessionDelivery)reader.Byte());
        if (kind is < SessionKind.AssumedRole or (> SessionKind.SignIn and not SessionKind.Enrolment) || delivery > SessionDelivery.RolesAnywhere || flags > Marks)
        {
            return false;
        }

        var read = new SessionContents
        {
            Kind = kind,
            Delivery = delivery,
            Chained = (flags & Chained) != 0,
            Issued = reader.Time(),
            Expires = reader.Time(),
            MfaTime = (flags & Mfa) != 0 ? reader.Time() : null,
            SessionId = Convert.ToHexStringLower(reader.Raw(IdSize)),
            ParentSessionId = (flags & Parent) != 0 ? Convert.ToHexStringLower(reader.Raw(IdSize)) : null,
            SourceKey = (flags & Source) != 0 ? reader.Text() : null,
            Account = reader.Text(),
            PrincipalId = reader.Text(),
            PrincipalArn = reader.Text(),
            SessionName = reader.Text(),
            SourceIdentity = reader.Optional(),
            Provider = reader.Optional(),
            DeliveredTo = reader.Optional(),
        };
        if (!SessionPacking.TryUnpack(reader.Bytes(), out var policy, out var arns, out var tags))
        {
            return false;
        }

        contents = read with
        {
            Policy = policy,
            PolicyArns = arns,
            PolicyIds = (flags & PolicyIds) != 0 ? ReadIds(ref reader, arns.Length) : [],
            Tags = Mark(tags, reader.Raw((tags.Length + 7) / 8)),
            FederationKeys = ReadKeys(ref reader),
        };
        reader.Padding(MaxPadding);
        return !reader.Failed;
    }

    private static void WriteId(ref FieldWriter writer, string id)
    {
        Span<byte> bytes = stackalloc byte[IdSize];
        if (id.Length != IdSize * 2 || Convert.FromHexString(id, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            throw new ArgumentException("A session's id is 32 hexadecimal digits.", nameof(id));
        }

        writer.Raw(bytes);
    }

    private static ImmutableArray<SessionTag> Mark(ImmutableArray<SessionTag> tags, ReadOnlySpan<byte> transitive)
    {
        if (transitive.IsEmpty)
        {
            return tags;
        }

        var marked = ImmutableArray.CreateBuilder<SessionTag>(tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            marked.Add(tags[i] with { Transitive = (transitive[i / 8] >> (i % 8) & 1) != 0 });
        }

        return marked.MoveToImmutable();
    }

    private static ImmutableArray<string> ReadIds(ref FieldReader reader, int count)
    {
        var ids = ImmutableArray.CreateBuilder<string>(count);
        while (ids.Count < count)
        {
            ids.Add(reader.Text());
        }

        return ids.MoveToImmutable();
    }

    private static ImmutableArray<FederationKey> ReadKeys(ref FieldReader reader)
    {
        var keys = ImmutableArray.CreateBuilder<FederationKey>(reader.Count());
        for (var i = 0; i < keys.Capacity && !reader.Failed; i++)
        {
            var name = reader.Text();
            var values = ImmutableArray.CreateBuilder<string>(reader.Count());
            for (var j = 0; j < values.Capacity && !reader.Failed; j++)
            {
                values.Add(reader.Text());
            }

            keys.Add(new(name, values.DrainToImmutable()));
        }

        return keys.DrainToImmutable();
    }
}
