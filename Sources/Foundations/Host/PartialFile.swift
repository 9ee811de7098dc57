import Glibc

/// A file that is written beside its place and put there once it is whole; where what is there has to stay, as a device
/// does, it is written in a folder of ours and poured into that.
///
/// Meanwhile a note in a folder of ours names it: by that the next run finds what a killed one has left.
package struct PartialFile: Sendable {
  /// Where it is to be written: an empty file.
  package let path: String
  private let place: OutputPlace
  private let attempt: String
  private let note: String

  /// The ending of the names of notes, which begin with the number of the process that made them.
  package static let noteEnding = ".unfinished"

  /// A file that will be at `target`, an absolute path; the note lies in `folder`, which is made when absent. A new file has
  /// `mode`, less what the umask takes; one that is there keeps its mode and its owner.
  package init(of target: String, notedIn folder: String, mode: UInt32 = 0o666) throws(HostError) {
    attempt = "write `\(target)`"
    place = try OutputPlace(target)
    let name = "\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
    path = (place.staysItself ? "\(folder)/\(name)" : place.path) + ".part-\(name)"
    note = "\(folder)/\(name)\(Self.noteEnding)"
    try HostFile.makeFolder(folder)
    try HostFile.write(Array(path.utf8), to: note, mode: 0o600)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, place.staysItself ? 0o600 : mode)
    guard descriptor >= 0 else {
      let error = HostError.last(attempt)
      unlink(note)
      throw error
    }
    close(descriptor)
  }

  /// Has `body` write a file, and puts it in its place; after a failure nothing is left of it.
  package static func make(
    _ target: String, notedIn folder: String, _ body: (_ path: String) async throws -> Void
  ) async throws {
    let part = try PartialFile(of: target, notedIn: folder)
    do {
      try await body(part.path)
      try part.complete()
    } catch {
      part.discard()
      throw error
    }
  }

  /// Puts what was written in its place.
  package func complete() throws(HostError) {
    try place.take(path, attempt: attempt)
    unlink(note)
  }

  /// Removes what was written.
  package func discard() {
    unlink(path)
    unlink(note)
  }

  /// Removes what a note names, and the note; the path of what was there.
  package static func remove(notedBy note: String) -> String? {
    defer { unlink(note) }
    let name = note.split(separator: "/").last.map { $0.dropLast(noteEnding.count) } ?? ""
    guard let bytes = try? Disk(workingDirectory: "/").read(note, limit: 1 << 16) else { return nil }
    let path = String(decoding: bytes, as: UTF8.self)
    return path.hasSuffix(".part-\(name)") && unlink(path) == 0 ? path : nil
  }
}
