using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class CreateUserTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Refuses_a_name_that_differs_only_in_case()
    {
        Create(new() { UserName = "Alice" });

        var refusal = Assert.Throws<EntityAlreadyExistsException>(() => Create(new() { UserName = "ALICE" }));

        Assert.Equal((409, "EntityAlreadyExists"), (refusal.Status, refusal.Code));
        Assert.Equal("User with name ALICE already exists.", refusal.Message);
    }

    private CreateUserResponse Create(CreateUserRequest request) =>
        account.Write<CreateUser, CreateUserRequest, CreateUserResponse>(request);
}
