import DataSyntax
import Glibc
import Host
import Source

/// The results of steps that a store keeps, by their keys, with what is known of each.
///
/// The images rest in the store; beside it, in the cache, lie a record a key (its time says when it was used last), what
/// each build depended on last, and the secret that keys are made with.
package struct SnapshotShelf: Sendable {
  private let store: ImageStore
  private static let sizeLimit = 16 << 20

  package init(in store: ImageStore) { self.store = store }

  private var folder: String { store.folders.cache + "/snapshots" }
  private var builds: String { folder + "/builds" }
  private func path(of key: String) -> String { "\(folder)/\(key).json" }
  private func path(ofBuild name: String) -> String { "\(builds)/\(Digest(of: Array(name.utf8)).hex).json" }
  private var disk: Disk { Disk(workingDirectory: "/") }

  /// The name under which the store holds a snapshot.
  package static func name(of key: String) throws(ImageError) -> ImageReference {
    try ImageReference("localhost/ovenproof-snapshot:\(key)")
  }

  /// What makes keys in this store, and nobody else's.
  package func digests() throws(ImageError) -> KeyedDigest {
    let path = folder + "/secret"
    do throws(HostError) {
      if disk.status(path) == nil {
        try HostFile.makeFolder(folder, mode: 0o700)
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        let made = try HostFile.makeTemporary(bytes, in: folder, mode: 0o600)
        defer { HostFile.remove(made) }
        // Another process may have been first: then its secret is the one.
        guard link(made, path) == 0 || errno == EEXIST else { throw .last("write `\(path)`") }
      }
      return KeyedDigest(key: try disk.read(path, limit: 1 << 10))
    } catch { throw ImageError(error) }
  }

  /// The record of a key whose image is still there; nil otherwise.
  package func record(of key: String) -> SnapshotRecord? {
    guard let bytes = try? disk.read(path(of: key), limit: Self.sizeLimit),
      let root = try? DataNode.parse(json: bytes, named: path(of: key)),
      let record = SnapshotRecord(json: root),
      record.key == key, store.holds(record.image)
    else { return nil }
    return (try? store.image(record.image.description)) == nil ? nil : record
  }

  /// Keeps a record beside its image.
  package func keep(_ record: SnapshotRecord) throws(ImageError) {
    try write(record.json.indented, to: path(of: record.key), in: folder)
  }

  /// Says that a snapshot was used just now.
  package func touch(_ key: String) { utimensat(AT_FDCWD, path(of: key), nil, 0) }

  /// What a build depended on when it ran last; nil for one that did not.
  package func memory(of build: String) -> BuildMemory? {
    guard let bytes = try? disk.read(path(ofBuild: build), limit: Self.sizeLimit),
      let root = try? DataNode.parse(json: bytes, named: path(ofBuild: build))
    else { return nil }
    return BuildMemory(json: root)
  }

  /// Remembers what a build depends on.
  package func keep(_ memory: BuildMemory, of build: String) throws(ImageError) {
    try write(memory.json.indented, to: path(ofBuild: build), in: builds)
  }

  private func write(_ bytes: [UInt8], to path: String, in folder: String) throws(ImageError) {
    do throws(HostError) {
      try HostFile.makeFolder(folder, mode: 0o700)
      try HostFile.write(bytes, to: path, mode: 0o600, isDurable: false)
    } catch { throw ImageError(writing: error) }
  }
}

extension SnapshotShelf {
  /// A snapshot as it is listed.
  package struct Kept: Sendable {
    package let record: SnapshotRecord
    /// Bytes that it alone takes: the layer of what its steps changed.
    package let size: Int
    /// When it was used last, in seconds since 1970.
    package let used: Int
  }

  /// All snapshots, those first that were used last.
  package func all() throws(ImageError) -> [Kept] {
    var kept: [Kept] = []
    for image in try store.images() where image.isSnapshot {
      for name in image.names {
        guard let key = name.tag, let record = record(of: key) else { continue }
        let used = disk.modified(path(of: key)) ?? 0
        kept.append(Kept(record: record, size: image.sizeOfSnapshot, used: used))
      }
    }
    return kept.sorted { ($0.used, $0.record.key) > ($1.used, $1.record.key) }
  }

  /// Removes what was not used for longest, until the rest takes no more than a number of bytes; returns how many went.
  ///
  /// Records whose image is gone go, too.
  @discardableResult
  package func shrink(to bytes: Int) throws(ImageError) -> Int {
    var room = bytes
    var gone: [String] = []
    var keys: Set<String> = []
    for kept in try all() {
      room -= kept.size
      // From one in use a container still has to be committed.
      if room < 0, !store.isLeased(kept.record.image) {
        gone.append(kept.record.key)
      } else {
        keys.insert(kept.record.key)
      }
    }
    try store.removeSnapshots(gone)
    for key in gone { HostFile.remove(path(of: key)) }
    for name in (try? disk.list(folder)) ?? [] where name.hasSuffix(".json") {
      let key = String(name.dropLast(5))
      if !keys.contains(key), record(of: key) == nil { HostFile.remove(path(of: key)) }
    }
    return gone.count
  }
}
