/// Which device a device node stands for.
package struct DeviceNumber: Sendable, Hashable {
  package let major: UInt32
  package let minor: UInt32

  package init(major: UInt32, minor: UInt32) {
    self.major = major
    self.minor = minor
  }
}
