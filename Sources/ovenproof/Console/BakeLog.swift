import Host

/// A file per build with all that it said, secrets masked: what scrolled away, or was not shown at all.
struct BakeLog: Sendable {
  private let folder: String?
  private let template: String

  /// Logs lie in the cache, by template and build; each run of a build takes the place of the one before.
  init(for template: String, in workplace: Workplace) {
    self.template = template
    let cache = try? workplace.folders.cache
    folder = cache.map { $0 + "/logs" }
    // A log that cannot be written is no failure of a build.
    if let folder { try? HostFile.makeFolder(folder, mode: 0o700) }
  }

  /// Where a build's log lies; nil where there is no place for it.
  func path(of build: String) -> String? {
    let word = "\(template)-\(build)".utf8.map { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") ? byte : UInt8(ascii: "-")
    }
    return folder.map { "\($0)/\(String(decoding: word.prefix(200), as: UTF8.self)).log" }
  }

  func begin(_ build: String) {
    guard let path = path(of: build) else { return }
    try? HostFile.write([], to: path, mode: 0o600)
  }

  func add(_ line: String, to build: String) {
    guard let path = path(of: build) else { return }
    try? HostFile.append(Array((line + "\n").utf8), to: path, mode: 0o600)
  }
}
