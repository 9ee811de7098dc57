/// Runs work and then its cleanup, on every way out; the cleanup is not cut short when the task is cancelled.
///
/// A failure of the work counts more than one of the cleanup.
func withCleanup<Result: Sendable>(
  _ body: () async throws -> Result, cleanup: @escaping @Sendable () async throws(EngineError) -> Void
) async throws -> Result {
  let result: Result
  do {
    result = try await body()
  } catch {
    try? await outsideCancellation(cleanup)
    throw error
  }
  try await outsideCancellation(cleanup)
  return result
}

/// Waits for work that goes on although the waiting task may be cancelled: what has been started outside
/// must be removed.
func outsideCancellation<Value: Sendable>(
  _ work: @escaping @Sendable () async throws(EngineError) -> Value
) async throws(EngineError) -> Value {
  let task = Task { () async -> Result<Value, EngineError> in
    do throws(EngineError) { return .success(try await work()) } catch { return .failure(error) }
  }
  return try await task.value.get()
}
