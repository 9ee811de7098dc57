import Glibc
import Host

/// A folder for what is needed only for a while; only its owner can enter it.
package enum ScratchFolder {
  /// Where these folders of a store lie, and notes of unfinished files.
  package static func home(of store: ImageStore) -> String { store.folders.cache + "/scratch" }

  /// Makes a folder below `home`, hands its path out and removes it on every way.
  package static func with<Result>(
    in home: String, _ body: (String) async throws(ImageError) -> Result
  ) async throws(ImageError) -> Result {
    let name = "\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
    do throws(HostError) {
      try HostFile.makeFolder(home)
      try HostFile.makeFolder("\(home)/\(name)", mode: 0o700)
    } catch { throw ImageError(writing: error) }
    defer { try? OpenFolder(home).remove(Array(name.utf8)) }
    return try await body("\(home)/\(name)")
  }

  /// Removes the folders of processes that are no more, and the files that they had not finished; returns their paths.
  package static func removeLeftovers(in home: String) -> [String] {
    guard let folder = try? OpenFolder(home), let names = try? folder.names() else { return [] }
    return names.compactMap { name in
      let text = String(decoding: name, as: UTF8.self)
      guard let owner = text.split(separator: "-").first.flatMap({ pid_t($0) }) else { return nil }
      if kill(owner, 0) == 0 || errno == EPERM { return nil }
      if text.hasSuffix(PartialFile.noteEnding) { return PartialFile.remove(notedBy: "\(home)/\(text)") }
      return (try? folder.remove(name)) == nil ? nil : "\(home)/\(text)"
    }
  }
}
