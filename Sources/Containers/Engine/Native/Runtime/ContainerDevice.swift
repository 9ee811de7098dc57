import DataSyntax
import Glibc
import Host
import Image

/// A device of the host that is given to a container.
struct ContainerDevice: Sendable, Hashable {
  let path: String
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
    guard kind == S_IFBLK || kind == S_IFCHR else { throw EngineError(.invalid, "`\(source)` is not a device") }
    let isAccess = { (part: String) in !part.isEmpty && part.allSatisfy { "rwm".contains($0) } }
    let second = parts.count > 1 ? parts[1] : source
    path = isAccess(second) ? source : second
    access = parts.count > 2 ? parts[2] : isAccess(second) ? second : "rwm"
    guard isAccess(access), path.hasPrefix("/") else {
      throw EngineError(.invalid, "`\(text)` does not name a device as `HOST[:CONTAINER[:rwm]]`")
    }
    isBlock = kind == S_IFBLK
    let number = DeviceNumber(status.st_rdev)
    major = Int(number.major)
    minor = Int(number.minor)
    mode = status.st_mode & 0o777
    owner = status.st_uid
    group = status.st_gid
  }

  var json: JSONText {
    .members([
      ("path", .string(path)), ("type", .string(isBlock ? "b" : "c")), ("major", .integer(major)),
      ("minor", .integer(minor)), ("fileMode", .integer(Int(mode))), ("uid", .integer(Int(owner))),
      ("gid", .integer(Int(group))),
    ])
  }

  var rule: DeviceRule {
    DeviceRule(allows: true, device: DeviceRule.Device(isBlock: isBlock, major: major, minor: minor, access: access))
  }
}

/// Whether a container may use a device, or any.
struct DeviceRule: Sendable, Hashable {
  struct Device: Sendable, Hashable {
    let isBlock: Bool
    let major: Int
    let minor: Int
    let access: String
  }

  let allows: Bool
  /// nil for all devices.
  let device: Device?

  init(allows: Bool, device: Device? = nil) {
    self.allows = allows
    self.device = device
  }

  var json: JSONText {
    .members([
      ("allow", .bool(allows)),
      ("type", device.map { .string($0.isBlock ? "b" : "c") }),
      ("major", device.map { .integer($0.major) }),
      ("minor", device.map { .integer($0.minor) }),
      ("access", .string(device?.access ?? "rwm")),
    ])
  }
}
