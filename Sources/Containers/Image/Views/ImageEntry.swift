/// A file system object of an image.
package struct ImageEntry: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case file, directory, symlink, fifo
    /// In folders alone: no archive of an image holds one.
    case socket
    case characterDevice = "character-device"
    case blockDevice = "block-device"
  }

  /// Absolute, without a slash at the end.
  package let path: String
  package let kind: Kind
  /// Permission bits with setuid, setgid and sticky.
  package let mode: UInt32
  package let owner: UInt32
  package let group: UInt32
  /// Bytes of content; 0 for all but regular files.
  package let size: Int
  /// Seconds since 1970.
  package let modified: Int
  /// Where a symbolic link points.
  package let target: String?
  package let extendedAttributes: [String: [UInt8]]
  /// Which device a device node stands for; nil for all else.
  package let device: DeviceNumber?

  package init(
    path: String, kind: Kind, mode: UInt32, owner: UInt32 = 0, group: UInt32 = 0, size: Int = 0,
    modified: Int = 0,
    target: String? = nil, extendedAttributes: [String: [UInt8]] = [:], device: DeviceNumber? = nil
  ) {
    self.path = path
    self.kind = kind
    self.mode = mode
    self.owner = owner
    self.group = group
    self.size = size
    self.modified = modified
    self.target = target
    self.extendedAttributes = extendedAttributes
    self.device = device
  }
}
