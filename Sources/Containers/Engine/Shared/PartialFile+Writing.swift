import Host

extension PartialFile {
  /// Has `body` write a file beside a path, an absolute one, and puts it in its place.
  static func write(
    _ path: String, notedIn folder: String, _ body: (_ part: String) async throws(EngineError) -> Void
  ) async throws(EngineError) {
    let part: PartialFile
    do throws(HostError) { part = try PartialFile(of: path, notedIn: folder) } catch { throw .host(error) }
    do throws(EngineError) {
      try await body(part.path)
      do throws(HostError) { try part.complete() } catch { throw .host(error) }
    } catch {
      part.discard()
      throw error
    }
  }
}
