import DataSyntax
import Glibc
import Host
import Image

/// A device of the host that is given to a container.
struct ContainerDevice: Sendable, Hashable {
  let path: String
  /// Where it lies on the machine.
  let source: String
  let isBlock: Bool
  let major: Int
  let minor: Int
  let mode: UInt32
  let owner: UInt32
  let group: UInt32
  /// Letters of `rwm`: read, write, make.
  let access: String

  /// Finds the device that `docker run --device` would be given: `HOST[:CONTAINER[:ACCESS]]`.
  init(_ text: String) throws(EngineError) {
    let parts = text.split(separator: ":").map(String.init)
    let source = parts.first ?? text
    var status = stat()
    guard stat(source, &status) == 0 else {
      throw EngineError(.invalid, "there is no device `\(source)` on this machine")
    }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFBLK || kind == S_IFCHR else {
      throw EngineError(.invalid, "`\(source)` is not a device")
    }
    let isAccess = { (part: String) in !part.isEmpty && part.allSatisfy { "rwm".contains($0) } }
    let second = parts.count > 1 ? parts[1] : source
    let path = isAccess(second) ? source : second
    let access = parts.count > 2 ? parts[2] : isAccess(second) ? second : "rwm"
    guard isAccess(access), path.hasPrefix("/") else {
      throw EngineError(.invalid, "`\(text)` does not name a device as `HOST[:CONTAINER[:rwm]]`")
    }
    self.init(path: path, source: source, access: access, status)
  }

  private init(path: String, source: String, access: String, _ status: stat) {
    self.path = path
    self.source = source
    self.access = access
    isBlock = status.st_mode & S_IFMT == S_IFBLK
    let number = DeviceNumber(status.st_rdev)
    major = Int(number.major)
    minor = Int(number.minor)
    mode = status.st_mode & 0o777
    owner = status.st_uid
    group = status.st_gid
  }

  /// All devices of the machine, as a privileged container gets them; terminals and what is mounted below
  /// `/dev` are its own.
  static func all(in folder: String = "/dev", depth: Int = 0) -> [ContainerDevice] {
    let own: Set<String> = ["console", "fd", "mqueue", "ptmx", "pts", "shm"]
    let names = (try? Disk(workingDirectory: "/").list(folder)) ?? []
    return names.filter { depth > 0 || !own.contains($0) }.flatMap { name -> [ContainerDevice] in
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { return [] }
      switch status.st_mode & S_IFMT {
      case S_IFBLK, S_IFCHR: return [ContainerDevice(path: path, source: path, access: "rwm", status)]
      case S_IFDIR where depth < 4: return all(in: path, depth: depth + 1)
      default: return []
      }
    }
  }

  var json: JSONText {
    .members([
      ("path", .string(path)), ("type", .string(isBlock ? "b" : "c")), ("major", .integer(major)),
      ("minor", .integer(minor)), ("fileMode", .integer(Int(mode))), ("uid", .integer(Int(owner))),
      ("gid", .integer(Int(group))),
    ])
  }

  var rule: DeviceRule {
    DeviceRule(
      allows: true, device: DeviceRule.Device(isBlock: isBlock, major: major, minor: minor, access: access))
  }
}
