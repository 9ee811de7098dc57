import Glibc
import Host

/// A folder on the host that lasts as long as a test needs it.
package enum TemporaryFolder {
  package struct Failure: Error {}

  /// Makes a folder, hands its path to `body` and removes it with all that is in it.
  package static func with<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let path = try make()
    do {
      let result = try await body(path)
      await remove(path)
      return result
    } catch {
      await remove(path)
      throw error
    }
  }

  /// Makes a folder that the caller removes.
  package static func make() throws -> String {
    var template = Array("/tmp/ovenproof-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure() }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    chmod(path, 0o755)
    return path
  }

  package static func remove(_ path: String) async {
    _ = await Task { try? await Command(["rm", "-rf", "--", path]).output() }.value
  }
}
