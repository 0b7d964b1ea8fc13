using System.Reflection;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Wire.Tests;

/// <summary>Everything that was generated.</summary>
internal static class Contracts
{
    private static readonly Assembly Assembly = typeof(IamService).Assembly;

    internal static IReadOnlyList<ServiceContract> Services { get; } =
    [
        .. Assembly.GetTypes().Where(type => type.Name.EndsWith("Service", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true })
            .Select(type => (ServiceContract)type.GetProperty("Contract")!.GetValue(null)!)
            .OrderBy(service => service.Name, StringComparer.Ordinal),
    ];

    internal static IReadOnlyList<OperationContract> Operations { get; } = [.. Services.SelectMany(service => service.All)];

    internal static IReadOnlyList<Type> Shapes { get; } = [.. Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Shape)))];

    internal static IReadOnlyList<Type> Errors { get; } = [.. Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ApiException)))];

    internal static IShape Read(Type shape, ShapeReader reader) =>
        (IShape)shape.GetMethod("Read", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [reader])!;

    internal static ApiException Error(Type error, string message) => (ApiException)Activator.CreateInstance(error, message)!;

    internal static ServiceContract ServiceOf(Type shape) =>
        Services.Single(service => shape.Namespace!.Split('.')[2] == service.Operations.Values.First().RequestType.Namespace!.Split('.')[2]);
}
