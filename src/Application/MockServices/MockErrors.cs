using ModuleX.Domain.Results;

namespace ModuleX.Application.MockServices;

/// <summary>Why a mock service refuses something.</summary>
public static class MockErrors
{
    public static Error EmailTaken { get; } = new(ErrorKind.Conflict, "mock_email_taken", "A mock user with this email already exists");

    public static Error UserNotFound { get; } = new(ErrorKind.NotFound, "mock_user_not_found", "Mock user not found");

    public static Error DataTypeInvalid { get; } = new(ErrorKind.Invalid, "mock_data_type_invalid", "Invalid data type");
}
