import Crypto
import Expectation
import Image
import Source

/// What goss finds at a path: links are looked at themselves, but their contents are those of what they lead to.
struct FileFacts {
  private static let sizeLimit = 1 << 28
  /// What a folder takes on the usual file systems; an image does not hold it.
  private static let folderSize = 4096

  /// The path as it is written.
  let written: String
  let image: ToldImage
  let compatibility: Compatibility

  func finding(of property: String) throws(Untold) -> GossFinding {
    let path: String
    switch try self.path() {
    case .success(let found): path = found
    case .failure(let error): return .error(error.message)
    }
    switch property {
    case "exists": return try exists(path)
    case "contents", "contains":
      // goss opens a folder like a file; it fails as it is read.
      return try contents(path, folder: { .brokenReader([], name: "*os.File", $0) }) {
        .reader($0, name: "*os.File")
      }
    case "md5": return try sum(path) { Array(Insecure.MD5.hash(data: $0)) }
    case "sha256": return try sum(path) { Array(SHA256.hash(data: $0)) }
    case "sha512": return try sum(path) { Array(SHA512.hash(data: $0)) }
    default: return try attribute(property, path)
    }
  }

  /// The absolute path; `~` and `~user` are homes.
  private func path() throws(Untold) -> Result<String, GossError> {
    guard written.utf8.first == UInt8(ascii: "~") else { return .success(Self.absolute(written)) }
    let name = Substring(written.utf8.dropFirst().prefix { $0 != UInt8(ascii: "/") })
    let user = name.isEmpty ? "root" : String(name)
    guard let home = try image.accounts()?.user(user)?.home else {
      return .failure(GossError("user: unknown user \(user)"))
    }
    return .success(Self.absolute(home + String(Substring(written.utf8.dropFirst(1 + name.utf8.count)))))
  }

  private static func absolute(_ path: String) -> String {
    GossPaths.joined("", path.utf8.first == UInt8(ascii: "/") ? path : "/" + path)
  }

  private func exists(_ path: String) throws(Untold) -> GossFinding {
    let end = try ImagePath.end(of: path, followsLast: false, in: image)
    switch end {
    case .entry: return .value(.bool(true))
    case .blocked where compatibility == .strict, .loop where compatibility == .strict,
      .refused where compatibility == .strict:
      return Self.fault("lstat", path, end)
    case .missing, .blocked, .loop, .refused: return .value(.bool(false))
    }
  }

  private func attribute(_ property: String, _ path: String) throws(Untold) -> GossFinding {
    let end = try ImagePath.end(of: path, followsLast: false, in: image)
    guard case .entry(let entry, _) = end else { return Self.fault("lstat", path, end) }
    switch property {
    case "mode": return .value(.text(FileMode(bits: entry.mode).octal))
    case "uid": return .value(.integer(Int(entry.owner)))
    case "gid": return .value(.integer(Int(entry.group)))
    case "owner":
      return try account("passwd") { accounts in accounts.users.first { $0.id == Int(entry.owner) }?.name }
    case "group":
      return try account("group") { accounts in
        // Go's own reader first, and then the system's, which takes shorter lines.
        let named = accounts.groups.filter { $0.id == Int(entry.group) }
        return (named.first(where: \.hasAllFields) ?? named.first)?.name
      }
    case "size": return .value(.integer(Self.size(of: entry)))
    case "linkedto":
      return entry.target.map { .value(.text($0)) } ?? .error("readlink \(path): invalid argument")
    default: return .value(.text(FileType.word(for: entry.kind)))
    }
  }

  private static func size(of entry: ImageEntry) -> Int {
    switch entry.kind {
    case .file: entry.size
    case .symlink: entry.target?.utf8.count ?? 0
    case .directory: folderSize
    case .fifo, .socket, .characterDevice, .blockDevice: 0
    }
  }

  /// The name of an account; goss says "passwd file" of groups as well.
  private func account(_ base: String, _ name: (Accounts) -> String?) throws(Untold) -> GossFinding {
    try image.accounts().flatMap(name).map { .value(.text($0)) }
      ?? .error("Error: no matching entries in passwd file. getent \(base): exit status 2")
  }

  /// Asks the content of the file that a path leads to; `folder` answers where it is a folder, by goss's words for that.
  private func contents(
    _ path: String, folder: (String) -> GossFinding, _ use: ([UInt8]) -> GossFinding
  ) throws(Untold) -> GossFinding {
    let end = try ImagePath.end(of: path, followsLast: true, in: image)
    guard case .entry(let entry, let real) = end else { return Self.fault("open", path, end) }
    switch entry.kind {
    case .file: break
    case .directory: return folder("read \(path): is a directory")
    case .socket: return .error("open \(path): no such device or address")
    // goss waits for a pipe without end.
    default: return .error("read \(path): it is a \(FileType.word(for: entry.kind)), which is not read")
    }
    guard entry.size <= Self.sizeLimit else {
      return .broken("`\(path)` is larger than \(Self.sizeLimit >> 20) MiB, its contents are not read")
    }
    return try image.read(real, limit: Self.sizeLimit).map(use) ?? Self.fault("open", path, .missing)
  }

  private func sum(_ path: String, _ digest: ([UInt8]) -> [UInt8]) throws(Untold) -> GossFinding {
    try contents(path, folder: { .error($0) }) { .value(.text(digest($0).hexadecimal)) }
  }

  /// Go's words for why nothing stands at the end of a path.
  private static func fault(_ call: String, _ path: String, _ end: ImagePath.End) -> GossFinding {
    switch end {
    case .entry, .missing: .error("\(call) \(path): no such file or directory")
    case .blocked: .error("\(call) \(path): not a directory")
    case .loop: .error("\(call) \(path): too many levels of symbolic links")
    case .refused(let reason): .error("\(call) \(path): \(reason)")
    }
  }
}
