using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Storage;
using Gatehouse.Wire;

namespace Gatehouse.Operations;

/// <summary>An operation as the pipeline sees it: its contract, and what its class says.</summary>
/// <remarks>Made once per operation by the generated table; nothing is found by reflection.</remarks>
public abstract class Operation
{
    private protected Operation(OperationContract contract)
    {
        Contract = contract;
        Action = $"{contract.Service.SigningName}:{contract.Name}";
    }

    /// <summary>What is read and written on the wire.</summary>
    public OperationContract Contract { get; }

    /// <summary>The action that policies name, such as <c>iam:CreateUser</c>.</summary>
    public string Action { get; }

    /// <summary>Whether a caller needs permission at all.</summary>
    public abstract bool NeedsPermission { get; }

    /// <summary>Whether it changes anything.</summary>
    public abstract bool Changes { get; }

    /// <summary>Reads the request and checks it against the model.</summary>
    /// <exception cref="ApiException">It is malformed, or breaks a constraint.</exception>
    public IShape Read(WireRequest request) => Contract.ReadShape(request);

    /// <summary>The resource that the call is checked on.</summary>
    public abstract Arn Target(IShape request, Call call);

    /// <summary>Adds what the decision must know to <paramref name="needs"/>.</summary>
    public abstract void Require(IShape request, Call call, Requirements needs);

    /// <summary>The call with what the request itself proves of its caller.</summary>
    /// <exception cref="ApiException">It proves nothing.</exception>
    public abstract Call Prove(IShape request, Call call);

    /// <summary>A refusal in the words of the operation's own model.</summary>
    public abstract ApiException Refuse(ApiException refusal);

    /// <summary>Does it.</summary>
    public abstract ValueTask<IShape> RunAsync(IShape request, Call call, ICommitter committer, IStore store, CancellationToken cancel);

    /// <summary>The entry of an operation that only looks.</summary>
    public static Operation Read<TOperation, TRequest, TResponse>(OperationContract<TRequest, TResponse> contract)
        where TOperation : IRead<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape => new ReadOperation<TOperation, TRequest, TResponse>(contract);

    /// <summary>The entry of an operation that changes the caller's account.</summary>
    public static Operation Write<TOperation, TRequest, TResponse>(OperationContract<TRequest, TResponse> contract)
        where TOperation : IWrite<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape => new WriteOperation<TOperation, TRequest, TResponse>(contract);

    /// <summary>The entry of an operation that reaches beyond the account.</summary>
    public static Operation Reach<TOperation, TRequest, TResponse>(OperationContract<TRequest, TResponse> contract)
        where TOperation : IReach<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape => new ReachOperation<TOperation, TRequest, TResponse>(contract);

    private abstract class Typed<TOperation, TRequest, TResponse>(OperationContract<TRequest, TResponse> contract) : Operation(contract)
        where TOperation : IOperation<TRequest>
        where TRequest : class, IShape
        where TResponse : class, IShape
    {
        public sealed override bool NeedsPermission => TOperation.NeedsPermission;

        public sealed override Arn Target(IShape request, Call call) => TOperation.Target((TRequest)request, call);

        public sealed override void Require(IShape request, Call call, Requirements needs) => TOperation.Require((TRequest)request, call, needs);

        public sealed override Call Prove(IShape request, Call call) => TOperation.Prove((TRequest)request, call);

        public sealed override ApiException Refuse(ApiException refusal) => TOperation.Refuse(refusal);
    }

    private sealed class ReadOperation<TOperation, TRequest, TResponse>(OperationContract<TRequest, TResponse> contract)
        : Typed<TOperation, TRequest, TResponse>(contract)
        where TOperation : IRead<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape
    {
        public override bool Changes => false;

        public override ValueTask<IShape> RunAsync(IShape request, Call call, ICommitter committer, IStore store, CancellationToken cancel) =>
            new(TOperation.Handle((TRequest)request, call));
    }

    private sealed class WriteOperation<TOperation, TRequest, TResponse>(OperationContract<TRequest, TResponse> contract)
        : Typed<TOperation, TRequest, TResponse>(contract)
        where TOperation : IWrite<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape
    {
        public override bool Changes => true;

        public override ValueTask<IShape> RunAsync(IShape request, Call call, ICommitter committer, IStore store, CancellationToken cancel) =>
            committer.CommitAsync<IShape>(call, draft => TOperation.Handle((TRequest)request, draft), cancel);
    }

    private sealed class ReachOperation<TOperation, TRequest, TResponse>(OperationContract<TRequest, TResponse> contract)
        : Typed<TOperation, TRequest, TResponse>(contract)
        where TOperation : IReach<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape
    {
        public override bool Changes => TOperation.Changes;

        public override async ValueTask<IShape> RunAsync(IShape request, Call call, ICommitter committer, IStore store, CancellationToken cancel) =>
            await TOperation.HandleAsync((TRequest)request, new Reach(call, committer, store), cancel);
    }
}
