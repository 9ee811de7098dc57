import DataSyntax

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
