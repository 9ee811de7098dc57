import Glibc

/// A file of the host that is there as a whole or not at all.
enum PartialFile {
  /// Has `body` write a file beside the path, and puts it in its place.
  static func write(
    _ path: String, _ body: (_ part: String) async throws(EngineError) -> Void
  ) async throws(EngineError) {
    let part = "\(path).part-\(ContainerName.next())"
    do throws(EngineError) {
      try await body(part)
      guard chmod(part, 0o644) == 0, rename(part, path) == 0 else { throw .system("write `\(path)`") }
    } catch {
      unlink(part)
      throw error
    }
  }
}
