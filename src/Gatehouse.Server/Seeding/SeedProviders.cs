using Gatehouse.Accounts.Entities;

namespace Gatehouse.Server.Seeding;

/// <summary>The identity providers of an account of a seed.</summary>
internal sealed class SeedProviders(Seeder seeder, SeedAccount account)
{
    internal async Task ApplyAsync(CancellationToken cancel)
    {
        foreach (var node in account.Fields.Items("samlProviders"))
        {
            await SamlAsync(new SeedFields(seeder.Seed, node, "name", "metadata", "tags"), cancel);
        }

        foreach (var node in account.Fields.Items("oidcProviders"))
        {
            await OpenIdAsync(new SeedFields(seeder.Seed, node, "url", "clientIds", "thumbprints", "keys", "tags"), cancel);
        }
    }

    private async Task SamlAsync(SeedFields fields, CancellationToken cancel)
    {
        var (name, tags) = (fields.Needed("name"), fields.Tags());
        if (fields.Needed("metadata") is null || fields.Document("metadata") is not { } metadata || name is null)
        {
            return;
        }

        if (account.Now.SamlProviders.Find(name) is not { } provider)
        {
            await account.TryAsync(fields.Node, "CreateSAMLProvider", cancel, [("Name", name), ("SAMLMetadataDocument", metadata), .. Seeder.Tags(tags)]);
            return;
        }

        var arn = ("SAMLProviderArn", (string?)provider.ArnIn(account.Id).Text);
        if (provider.Metadata != metadata)
        {
            await account.TryAsync(fields.At("metadata"), "UpdateSAMLProvider", cancel, arn, ("SAMLMetadataDocument", metadata));
        }

        await seeder.TagAsync(fields.At("tags"), account.Id, "TagSAMLProvider", arn, tags, provider.Tags, cancel);
    }

    private async Task OpenIdAsync(SeedFields fields, CancellationToken cancel)
    {
        var (url, tags) = (fields.Needed("url"), fields.Tags());
        var (clients, thumbprints) = (fields.Texts("clientIds").ToList(), fields.Texts("thumbprints").Select(text => text.Text).ToList());
        if (url is null)
        {
            return;
        }

        await OpenIdAsync(url, clients, thumbprints, tags, fields, cancel);
        if (fields.Document("keys") is { } keys && account.Now.OpenIdProviders.Find(OpenIdProvider.KeyOf(url)) is { } made && made.PinnedKeys?.KeySet != keys)
        {
            await account.AskAsync(fields.At("keys"), "gatehouse:PutIssuerKeys", cancel, new() { ["IssuerArn"] = made.ArnIn(account.Id).Text, ["KeySet"] = keys });
        }
    }

    private async Task OpenIdAsync(string url, List<(string Text, SeedNode At)> clients, List<string> thumbprints, List<(string Key, string Value)> tags, SeedFields fields, CancellationToken cancel)
    {
        if (account.Now.OpenIdProviders.Find(OpenIdProvider.KeyOf(url)) is not { } provider)
        {
            await account.TryAsync(
                fields.At("url"),
                "CreateOpenIDConnectProvider",
                cancel,
                [("Url", url), .. Seeder.List("ClientIDList", clients.Select(client => client.Text)), .. Seeder.List("ThumbprintList", thumbprints), .. Seeder.Tags(tags)]);
            return;
        }

        var arn = ("OpenIDConnectProviderArn", (string?)provider.ArnIn(account.Id).Text);
        foreach (var (client, at) in clients.Where(client => !provider.ClientIds.Contains(client.Text, StringComparer.Ordinal)))
        {
            await account.TryAsync(at, "AddClientIDToOpenIDConnectProvider", cancel, arn, ("ClientID", client));
        }

        if (thumbprints.Count > 0 && !thumbprints.SequenceEqual(provider.Thumbprints, StringComparer.OrdinalIgnoreCase))
        {
            await account.TryAsync(fields.At("thumbprints"), "UpdateOpenIDConnectProviderThumbprint", cancel, [arn, .. Seeder.List("ThumbprintList", thumbprints)]);
        }

        await seeder.TagAsync(fields.At("tags"), account.Id, "TagOpenIDConnectProvider", arn, tags, provider.Tags, cancel);
    }
}
