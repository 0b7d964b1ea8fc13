namespace Gatehouse.ServiceAuthorization;

/// <summary>Reads one service's details. Lines of fields between tabs, all lists between spaces, keys as numbers in the table of keys:</summary>
/// <remarks>
/// <code>
/// K  keys
/// R  type     ARN format   keys
/// A  action   level        resources   keys        a resource: its number, ! if required, :key,key of its own
/// </code>
/// What stands often, a list of keys or of resources, is kept once.
/// </remarks>
internal static class ServiceText
{
    internal static AuthorizationService Read(ServiceEntry entry, StreamReader text, AuthorizationKey[] table)
    {
        var lists = new Dictionary<string, AuthorizationKey[]>(StringComparer.Ordinal);
        var sets = new Dictionary<string, ActionResource[]>(StringComparer.Ordinal);
        var (keys, resources, actions) = (Array.Empty<AuthorizationKey>(), new List<AuthorizationResource>(), new List<AuthorizationAction>());
        while (text.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            switch (fields[0])
            {
                case "K":
                    keys = Keys(fields[1], ' ');
                    break;
                case "R":
                    resources.Add(new(fields[1], fields[2], Keys(fields[3], ' ')));
                    break;
                case "A":
                    actions.Add(new(fields[1], (AccessLevel)int.Parse(fields[2]), Resources(fields[3]), Keys(fields[4], ' ')));
                    break;
                default:
                    throw new InvalidDataException($"A line of {entry.Prefix} starts with {fields[0]}.");
            }
        }

        return new(entry, [.. actions], [.. resources], keys);

        AuthorizationKey[] Keys(string list, char separator)
        {
            if (list.Length == 0)
            {
                return [];
            }

            return lists.TryGetValue(list, out var known) ? known : lists[list] = [.. list.Split(separator).Select(place => table[int.Parse(place)])];
        }

        ActionResource[] Resources(string list)
        {
            if (list.Length == 0)
            {
                return [];
            }

            return sets.TryGetValue(list, out var known) ? known : sets[list] = [.. list.Split(' ').Select(Resource)];
        }

        ActionResource Resource(string field)
        {
            var colon = field.IndexOf(':');
            var place = colon < 0 ? field : field[..colon];
            return new(resources[int.Parse(place.TrimEnd('!'))], place[^1] == '!', colon < 0 ? [] : Keys(field[(colon + 1)..], ','));
        }
    }
}
