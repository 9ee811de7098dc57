import DataSyntax
import Host
import Source

/// What `runc` notes about a container (`state.json`).
struct RuntimeState: Sendable, Hashable {
  /// The first process, with the time of its start: its number alone may be somebody else's by now.
  let firstProcess: ProcessIdentity?

  /// Reads the file of a container; of one that the runtime does not know nothing is told.
  init(at path: String) {
    let bytes = (try? Disk(workingDirectory: "/").read(path, limit: 16 << 20)) ?? []
    let root = DataParser.parse(DerivedText(SourceFile(FileID(path), bytes: bytes)), as: .json).tree.root
    guard let number = root["init_process_pid"]?.string.flatMap({ Int32($0) }),
      let start = root["init_process_start"]?.string.flatMap({ UInt64($0) })
    else {
      firstProcess = nil
      return
    }
    firstProcess = ProcessIdentity(number: number, start: start)
  }
}
