import Glibc

/// A file that is written beside its place and put there once it is whole.
///
/// Meanwhile a note in a folder of ours names it: by that the next run finds what a killed one has left.
package struct PartialFile: Sendable {
  /// Where it is to be written; nothing is there yet.
  package let path: String
  private let target: String
  private let note: String

  /// The ending of the names of notes, which begin with the number of the process that made them.
  package static let noteEnding = ".unfinished"

  /// A file that will be at `target`, an absolute path; the note lies in `folder`, which is made when absent.
  package init(of target: String, notedIn folder: String) throws(HostError) {
    let name = "\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
    let path = "\(target).part-\(name)"
    let note = "\(folder)/\(name)\(Self.noteEnding)"
    try HostFile.makeFolder(folder)
    try HostFile.write(Array(path.utf8), to: note, mode: 0o600)
    self.path = path
    self.target = target
    self.note = note
  }

  /// Puts what was written in its place.
  package func complete(mode: UInt32 = 0o644) throws(HostError) {
    guard chmod(path, mode) == 0, rename(path, target) == 0 else { throw .last("write `\(target)`") }
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
