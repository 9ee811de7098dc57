/// Runs work and then its cleanup, on every way out; the cleanup is not cut short when the task is cancelled.
///
/// A failure of the work counts more than one of the cleanup.
func withCleanup<Result: Sendable>(
  _ body: () async throws -> Result, cleanup: @escaping @Sendable () async throws -> Void
) async throws -> Result {
  let result: Result
  do {
    result = try await body()
  } catch {
    _ = await outsideCancellation(cleanup)
    throw error
  }
  try await outsideCancellation(cleanup).get()
  return result
}

/// Waits for work that goes on although the waiting task may be cancelled: what has been started outside must be removed.
private func outsideCancellation(_ work: @escaping @Sendable () async throws -> Void) async -> Result<Void, any Error> {
  await Task { try await work() }.result
}
