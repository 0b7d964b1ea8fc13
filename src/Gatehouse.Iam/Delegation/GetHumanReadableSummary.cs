using System.Collections.Frozen;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Delegation;

/// <summary>Says in plain sentences what a delegation request asks for, to whoever may see it.</summary>
/// <remarks>Waits for the account that made it, while it lives there. We write English; the console's other languages are known, and not available.</remarks>
internal sealed class GetHumanReadableSummary : IReach<GetHumanReadableSummaryRequest, GetHumanReadableSummaryResponse>
{
    private static readonly FrozenSet<string> Locales = new[]
    {
        "en", "en-US", "en-GB", "de", "de-DE", "es", "es-ES", "fr", "fr-FR", "id", "id-ID", "it", "it-IT", "ja", "ja-JP", "ko", "ko-KR", "pt", "pt-BR", "tr", "tr-TR",
        "zh-CN", "zh-TW",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Changes => false;

    public static Arn Target(GetHumanReadableSummaryRequest request, Call call) =>
        IdOf(request.EntityArn) is { } id ? DelegationSubject.Target(id, call) : Arn.Any;

    public static void Require(GetHumanReadableSummaryRequest request, Call call, Requirements needs)
    {
        if (IdOf(request.EntityArn) is { } id)
        {
            DelegationSubject.Require(id, call, needs, granted: "iam:GetHumanReadableSummary");
        }
    }

    public static async ValueTask<GetHumanReadableSummaryResponse> HandleAsync(GetHumanReadableSummaryRequest request, Reach reach, CancellationToken cancel)
    {
        var locale = request.Locale ?? "en";
        if (!Locales.Contains(locale))
        {
            throw new InvalidInputException($"The locale {locale} is not supported.");
        }

        if (IdOf(request.EntityArn) is not { } id)
        {
            return new Arn(request.EntityArn) is { IsWellFormed: true, Service: "iam" }
                ? new() { SummaryState = Shapes.SummaryStateType.NOT_SUPPORTED, Locale = locale }
                : throw new InvalidInputException($"ARN {request.EntityArn} is not valid.");
        }

        var delegation = await DelegationSubject.RequireAsync(reach, id, cancel);
        return locale.StartsWith("en", StringComparison.Ordinal)
            ? new() { SummaryState = Shapes.SummaryStateType.AVAILABLE, SummaryContent = DelegationSummary.Write(delegation), Locale = locale }
            : new() { SummaryState = Shapes.SummaryStateType.NOT_AVAILABLE, Locale = locale };
    }

    private static string? IdOf(string text) =>
        new Arn(text) is { IsWellFormed: true, Service: "iam" } arn && arn.Resource.Split('/') is ["delegation-request", { Length: > 0 } id] ? id : null;
}
