using System.Buffers.Binary;
using System.Collections.Frozen;
using System.IO.Compression;
using System.IO.Enumeration;
using System.Text;

namespace Gatehouse.ServiceAuthorization;

/// <summary>What AWS publishes of how its services check permissions: every action, resource type and condition key.</summary>
/// <remarks>
/// The data stands compressed in the assembly, which is mapped, not read: the list of services is unpacked on first use, and each
/// service's details when that service is first asked for; they stay. Thread-safe. Facts only: <c>tools/WriteServiceAuthorization.cs</c> writes them.
/// </remarks>
public sealed class AuthorizationReference
{
    private const string DataName = "service-authorization.bin";
    private readonly Func<Stream> open;
    private readonly Lazy<Contents> contents;
    private readonly Lazy<GlobalKey[]> globalKeys = new(GlobalKeyFile.Read);

    /// <summary>The data of this build.</summary>
    public AuthorizationReference()
        : this(static () => typeof(AuthorizationReference).Assembly.GetManifestResourceStream(DataName)!)
    {
    }

    internal AuthorizationReference(Func<Stream> open)
    {
        this.open = open;
        contents = new(Read);
    }

    /// <summary>The day the data was published, such as <c>2026-09-26</c>.</summary>
    public string State => contents.Value.State;

    /// <summary>All services, sorted by prefix.</summary>
    public IReadOnlyList<ServiceEntry> Services => contents.Value.Services;

    /// <summary>The condition keys that every service knows.</summary>
    public IReadOnlyList<GlobalKey> GlobalKeys => globalKeys.Value;

    /// <summary>Prefixes of condition keys that belong to no service of that name, such as <c>saml</c>, with the services that know them.</summary>
    public IReadOnlyDictionary<string, string[]> KeyPrefixes => contents.Value.KeyPrefixes;

    /// <summary>The service of a prefix, in any case; null when AWS has none.</summary>
    /// <param name="prefix">The prefix, such as <c>s3</c>.</param>
    public ServiceEntry? Find(string prefix) => contents.Value.Places.TryGetValue(prefix, out var place) ? contents.Value.Services[place] : null;

    /// <summary>What a service has; null when AWS has none of the prefix.</summary>
    /// <param name="prefix">The prefix, in any case.</param>
    public AuthorizationService? Load(string prefix)
    {
        var all = contents.Value;
        if (!all.Places.TryGetValue(prefix, out var place))
        {
            return null;
        }

        // Two threads may both read it; either result is as good, and one stays.
        return Volatile.Read(ref all.Loaded[place])
            ?? Interlocked.CompareExchange(ref all.Loaded[place], ReadService(all, place), null)
            ?? all.Loaded[place];
    }

    /// <summary>An action by its full name in any case, such as <c>s3:GetObject</c>; null when AWS has none.</summary>
    /// <param name="action">The full name, without wildcards.</param>
    public AuthorizationAction? FindAction(string action)
    {
        var colon = action.IndexOf(':');
        return colon < 0 ? null : Load(action[..colon])?.FindAction(action.AsSpan(colon + 1));
    }

    /// <summary>The services that an action pattern of a policy reaches, such as <c>s3:Get*</c>, <c>*</c> or <c>s3*:*</c>: those of its prefix that have such an action.</summary>
    /// <param name="pattern">The pattern.</param>
    public IEnumerable<ServiceEntry> ServicesLike(string pattern)
    {
        if (pattern.AsSpan().Trim('*').IsEmpty)
        {
            return pattern.Length == 0 ? [] : Services;
        }

        var colon = pattern.IndexOf(':');
        if (colon < 0)
        {
            return [];
        }

        var (prefix, name) = (pattern[..colon], pattern[(colon + 1)..]);
        var services = prefix.AsSpan().ContainsAny('*', '?')
            ? Services.Where(service => FileSystemName.MatchesSimpleExpression(prefix, service.Prefix, ignoreCase: true))
            : Find(prefix) is { } one ? [one] : [];
        return name == "*" ? services : services.Where(service => Load(service.Prefix)!.ActionsLike(name).Any());
    }

    /// <summary>The condition key of a name in any case, global ones and families included; null when AWS has none.</summary>
    /// <param name="name">The name, such as <c>s3:prefix</c> or <c>aws:RequestTag/team</c>.</param>
    public AuthorizationKey? FindKey(string name) =>
        GlobalKeys.FirstOrDefault(key => key.Key.Matches(name))?.Key ?? Array.Find(contents.Value.Keys, key => key.Matches(name));

    private static StreamReader Unpack(byte[] packed) => new(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);

    private Contents Read()
    {
        using var stream = open();
        Span<byte> head = stackalloc byte[12];
        stream.ReadExactly(head);
        if (!head[..4].SequenceEqual("GSA1"u8))
        {
            throw new InvalidDataException("This is no service authorization data of format 1.");
        }

        var list = new byte[BinaryPrimitives.ReadInt32LittleEndian(head[4..])];
        var keys = new byte[BinaryPrimitives.ReadInt32LittleEndian(head[8..])];
        stream.ReadExactly(list);
        stream.ReadExactly(keys);
        return Contents.Read(Unpack(list), Unpack(keys), head.Length + list.Length + keys.Length);
    }

    private AuthorizationService ReadService(Contents all, int place)
    {
        var packed = new byte[all.Offsets[place + 1] - all.Offsets[place]];
        using var stream = open();
        stream.Position = all.Offsets[place];
        stream.ReadExactly(packed);
        using var text = Unpack(packed);
        return ServiceText.Read(all.Services[place], text, all.Keys);
    }

    /// <summary>The list of services and the table of keys.</summary>
    private sealed record Contents(
        string State, ServiceEntry[] Services, int[] Offsets, FrozenDictionary<string, string[]> KeyPrefixes, FrozenDictionary<string, int> Places, AuthorizationKey[] Keys)
    {
        internal AuthorizationService?[] Loaded { get; } = new AuthorizationService?[Services.Length];

        internal static Contents Read(StreamReader list, StreamReader keyList, int offset)
        {
            var state = list.ReadLine()!;
            var (services, offsets, prefixes) = (new List<ServiceEntry>(), new List<int> { offset }, new Dictionary<string, string[]>());
            while (list.ReadLine() is { } line)
            {
                var fields = line.Split('\t');
                if (fields[0] == "+")
                {
                    prefixes.Add(fields[1], fields[2].Split(' '));
                    continue;
                }

                services.Add(new(fields[0], fields[1], fields[2] == "r"));
                offsets.Add(offsets[^1] + int.Parse(fields[3]));
            }

            var keys = new List<AuthorizationKey>();
            while (keyList.ReadLine() is { } line)
            {
                var tab = line.IndexOf('\t');
                keys.Add(KeyWords.Read(line[..tab], line.AsSpan(tab + 1)));
            }

            return new(
                state,
                [.. services],
                [.. offsets],
                prefixes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
                services.Select(static (service, place) => KeyValuePair.Create(service.Prefix, place)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
                [.. keys]);
        }
    }
}
