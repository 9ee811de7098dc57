/// What a running container looked like at one moment, read from outside of it.
package struct ContainerFacts: Sendable, Hashable {
  package var sockets: [ListeningSocket] = []
  package var processes: [ContainerProcess] = []
  /// In the order in which they were mounted.
  package var mounts: [MountPoint] = []
  package var interfaces: [NetworkInterface] = []
  /// The values of the parameters that were asked for; those that the kernel does not have are left out.
  package var parameters: [String: String] = [:]
  /// How full the mount points are that were asked for, in per cent.
  package var usage: [String: Int] = [:]

  package init() {}

  /// What lies over everything else that is mounted at a path.
  package func mount(at path: String) -> MountPoint? { mounts.last { $0.path.utf8.elementsEqual(path.utf8) } }
}

/// A process of a container.
package struct ContainerProcess: Sendable, Hashable {
  /// Its number in the container.
  package let number: Int
  /// What the kernel calls it: at most 15 bytes of its program's name, unless it has named itself.
  package let name: String
  /// The id of the user in whose name it acts, as the container knows it.
  package let user: Int
  package let arguments: [String]
  /// Whether it has ended and nobody has asked for its status yet.
  package let hasEnded: Bool

  package init(number: Int, name: String, user: Int, arguments: [String], hasEnded: Bool = false) {
    self.number = number
    self.name = name
    self.user = user
    self.arguments = arguments
    self.hasEnded = hasEnded
  }
}

/// A network interface of a container.
package struct NetworkInterface: Sendable, Hashable {
  package let name: String
  /// `127.0.0.1/8`, sorted.
  package let addresses: [String]
  /// The largest packet that it takes, in bytes.
  package let mtu: Int

  package init(name: String, addresses: [String], mtu: Int) {
    self.name = name
    self.addresses = addresses
    self.mtu = mtu
  }
}
