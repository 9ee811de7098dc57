import Host
import Image

/// A file per build with all that it said, secrets masked: what scrolled away, or was not shown at all.
struct BakeLog: Sendable {
  private let folder: String?
  private let template: String
  /// What stands in names of files beside letters and digits: `-`, `.` and `_`.
  private static let signs: Set<UInt8> = [0x2D, 0x2E, 0x5F]

  /// Logs lie in the cache, by template and build; each run of a build takes the place of the one before.
  init(for template: String, in workplace: Workplace) {
    self.template = template
    let cache = try? workplace.folders.cache
    folder = cache.map { $0 + "/logs" }
    // A log that cannot be written is no failure of a build.
    if let folder { try? HostFile.makeFolder(folder, mode: 0o700) }
  }

  /// Where a build's log lies; nil where there is no place for it. A name that had to be changed goes with a digest that tells
  /// it from others.
  func path(of build: String) -> String? {
    let name = "\(template)-\(build)"
    let bytes = name.utf8.map { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || Self.signs.contains(byte) ? byte : UInt8(ascii: "-")
    }
    var word = String(decoding: bytes.prefix(200), as: UTF8.self)
    if word != name { word += "-\(Digest(of: Array(name.utf8)).hex.prefix(8))" }
    return folder.map { "\($0)/\(word).log" }
  }

  func begin(_ build: String) {
    guard let path = path(of: build) else { return }
    try? HostFile.write([], to: path, mode: 0o600, isDurable: false)
  }

  func add(_ line: String, to build: String) {
    guard let path = path(of: build) else { return }
    try? HostFile.append(Array((line + "\n").utf8), to: path, mode: 0o600)
  }
}
