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
  let search: ImageSearch
  let compatibility: Compatibility

  func finding(of property: String) -> GossFinding {
    let path: String
    switch Self.path(written, in: search) {
    case .success(let found): path = found
    case .failure(let error): return .error(error.message)
    }
    return .of { () throws(ImageError) in
      switch property {
      case "exists": return try exists(path)
      case "contents", "contains": return try contents(path).finding { .reader($0, name: "*os.File") }
      case "md5": return try sum(path) { Array(Insecure.MD5.hash(data: $0)) }
      case "sha256": return try sum(path) { Array(SHA256.hash(data: $0)) }
      case "sha512": return try sum(path) { Array(SHA512.hash(data: $0)) }
      default: return try attribute(property, path)
      }
    }
  }

  /// The absolute path; `~` and `~user` are homes.
  private static func path(_ written: String, in search: ImageSearch) -> Result<String, GossError> {
    guard written.hasPrefix("~") else { return .success(absolute(written)) }
    let name = written.dropFirst().prefix { $0 != "/" }
    let rest = written.dropFirst(1 + name.count)
    let user = name.isEmpty ? "root" : String(name)
    let accounts = (try? search.accounts())?.value
    guard let home = accounts?.user(user)?.home else {
      return .failure(GossError("user: unknown user \(user)"))
    }
    return .success(absolute(home + rest))
  }

  private static func absolute(_ path: String) -> String {
    let joined = GossPaths.joined("", path.hasPrefix("/") ? path : "/" + path)
    return joined
  }

  private func exists(_ path: String) throws(ImageError) -> GossFinding {
    .known(try ImagePath.end(of: path, followsLast: false, in: search.image), absent: .value(.bool(false))) {
      switch $0 {
      case .entry: .value(.bool(true))
      case .missing: .value(.bool(false))
      case .blocked where compatibility == .strict: .error("lstat \(path): not a directory")
      case .loop where compatibility == .strict: .error("lstat \(path): too many levels of symbolic links")
      case .blocked, .loop: .value(.bool(false))
      }
    }
  }

  private func attribute(_ property: String, _ path: String) throws(ImageError) -> GossFinding {
    let end = try ImagePath.end(of: path, followsLast: false, in: search.image)
    return try end.finding(verb: "lstat", path) { (entry, _) throws(ImageError) in
      switch property {
      case "mode": return .value(.text(FileMode(bits: entry.mode).octal))
      case "uid": return .value(.integer(Int(entry.owner)))
      case "gid": return .value(.integer(Int(entry.group)))
      case "owner":
        return try account("passwd", entry.owner) { accounts, id in accounts.users.first { $0.id == id }?.name
        }
      case "group":
        return try account("group", entry.group) { accounts, id in accounts.groups.first { $0.id == id }?.name
        }
      case "size": return .value(.integer(Self.size(of: entry)))
      case "linkedto":
        return entry.target.map { .value(.text($0)) } ?? .error("readlink \(path): invalid argument")
      default: return .value(.text(FileType.word(for: entry.kind)))
      }
    }
  }

  private static func size(of entry: ImageEntry) -> Int {
    switch entry.kind {
    case .file: entry.size
    case .symlink: entry.target?.utf8.count ?? 0
    case .directory: folderSize
    case .fifo, .characterDevice, .blockDevice: 0
    }
  }

  private func account(
    _ base: String, _ id: UInt32, _ name: (Accounts, Int) -> String?
  ) throws(ImageError) -> GossFinding {
    // goss says "passwd file" of groups as well.
    let absent = GossFinding.error(
      "Error: no matching entries in passwd file. getent \(base): exit status 2")
    return .known(try search.accounts(), absent: absent) { accounts in
      name(accounts, Int(id)).map { .value(.text($0)) } ?? absent
    }
  }

  /// The bytes of what a path leads to, or what reading it comes to.
  private enum Contents {
    case bytes([UInt8])
    case other(GossFinding)

    func finding(_ use: ([UInt8]) -> GossFinding) -> GossFinding {
      switch self {
      case .bytes(let bytes): use(bytes)
      case .other(let finding): finding
      }
    }
  }

  private func contents(_ path: String) throws(ImageError) -> Contents {
    let entry: ImageEntry
    let real: String
    switch try ImagePath.end(of: path, followsLast: true, in: search.image) {
    case .value(.entry(let found, let place)): (entry, real) = (found, place)
    case .value(.missing), .absent: return .other(.error("open \(path): no such file or directory"))
    case .value(.blocked): return .other(.error("open \(path): not a directory"))
    case .value(.loop): return .other(.error("open \(path): too many levels of symbolic links"))
    case .unknown(let reason): return .other(.undecided(reason))
    }
    switch entry.kind {
    case .file: break
    case .directory: return .other(.error("read \(path): is a directory"))
    // goss waits for a pipe without end.
    default:
      return .other(.error("read \(path): it is a \(FileType.word(for: entry.kind)), which is not read"))
    }
    guard entry.size <= Self.sizeLimit else {
      return .other(.error("read \(path): it is larger than \(Self.sizeLimit >> 20) MiB"))
    }
    switch try search.image.read(real, limit: Self.sizeLimit) {
    case .value(let bytes): return .bytes(bytes)
    case .absent: return .other(.error("open \(path): no such file or directory"))
    case .unknown(let reason): return .other(.undecided(reason))
    }
  }

  private func sum(_ path: String, _ digest: ([UInt8]) -> [UInt8]) throws(ImageError) -> GossFinding {
    try contents(path).finding { .value(.text(digest($0).hexadecimal)) }
  }
}

extension Known<ImagePath.End> {
  /// The answer for an entry; Go's words where there is none.
  fileprivate func finding(
    verb: String, _ path: String, _ use: (ImageEntry, String) throws(ImageError) -> GossFinding
  ) throws(ImageError) -> GossFinding {
    switch self {
    case .value(.entry(let entry, let real)): try use(entry, real)
    case .value(.missing), .absent: .error("\(verb) \(path): no such file or directory")
    case .value(.blocked): .error("\(verb) \(path): not a directory")
    case .value(.loop): .error("\(verb) \(path): too many levels of symbolic links")
    case .unknown(let reason): .undecided(reason)
    }
  }
}
