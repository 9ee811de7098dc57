import CLinux
import Glibc
import Host
import Observation

/// Reads the facts of a container; this process is in its network already, and sees the `/proc` of the machine.
struct FactsReading {
  let container: ProcessIdentity
  let root: ContainerRoot
  let wanted: FactsRequest

  private let disk = Disk(workingDirectory: "/")

  init(container: ProcessIdentity, root: ContainerRoot, wanted: FactsRequest) {
    self.container = container
    self.root = root
    self.wanted = wanted
  }

  func facts() throws(EngineError) -> ContainerFacts {
    var facts = ContainerFacts()
    for network in ListeningSocket.Network.allCases {
      facts.sockets += ListeningSocket.all(in: try sockets(of: network), of: network)
    }
    facts.mounts = MountPoint.all(in: try text("/proc/\(container.number)/mountinfo"))
    facts.processes = try ProcessTable(of: container).processes()
    facts.interfaces = Self.interfaces()
    for name in wanted.parameters { facts.parameters[name] = parameter(name) }
    for path in wanted.mountPoints { facts.usage[path] = usage(of: path) }
    guard container.isRunning else { throw .containerEnded }
    return facts
  }

  /// The kernel's table of a network; a kernel without IPv6 has none of it.
  private func sockets(of network: ListeningSocket.Network) throws(EngineError) -> String {
    let path = "/proc/thread-self/net/\(network)"
    return disk.status(path) == nil ? "" : try text(path)
  }

  private func text(_ path: String) throws(EngineError) -> String {
    do throws(HostError) {
      return String(decoding: try disk.read(path, limit: 1 << 26), as: UTF8.self)
    } catch {
      throw container.isRunning ? .host(error) : .containerEnded
    }
  }

  /// What the kernel says of a parameter, for the namespaces that this process is in.
  private func parameter(_ name: String) -> String? {
    // As in any path, empty parts are none.
    let parts = name.split(separator: ".").flatMap { $0.split(separator: "/") }
    guard !parts.isEmpty, !parts.contains("..") else { return nil }
    guard let text = try? text("/proc/sys/" + parts.joined(separator: "/")) else { return nil }
    let bytes = Array(text.utf8).reversed().drop { $0 == 0x0A || $0 == 0x20 }.reversed()
    return String(decoding: Array(bytes), as: UTF8.self)
  }

  /// How full the file system at a path is, in per cent.
  private func usage(of path: String) -> Int? {
    guard let place = root.place(path) else { return nil }
    defer { close(place) }
    var status = statvfs()
    guard fstatvfs(place, &status) == 0 else { return nil }
    guard status.f_blocks > 0 else { return 0 }
    return Int(((1 - Double(status.f_bfree) / Double(status.f_blocks)) * 100).rounded())
  }

  private static func interfaces() -> [NetworkInterface] {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return [] }
    defer { freeifaddrs(list) }
    var addresses: [String: [String]] = [:]
    var next = list
    while let entry = next?.pointee {
      let name = String(cString: entry.ifa_name)
      addresses[name, default: []] += address(entry).map { [$0] } ?? []
      next = entry.ifa_next
    }
    return addresses.sorted { $0.key < $1.key }.map { name, addresses in
      NetworkInterface(
        name: name, addresses: addresses.sorted(), mtu: Int(clinux_interface_mtu(name)))
    }
  }

  /// `127.0.0.1/8`; nil where the entry tells of something else.
  private static func address(_ entry: ifaddrs) -> String? {
    guard let own = entry.ifa_addr, let mask = entry.ifa_netmask, let bytes = bytes(own),
      let maskBytes = self.bytes(mask)
    else { return nil }
    let length = maskBytes.reduce(0) { $0 + $1.nonzeroBitCount }
    return "\(NetworkAddress(bytes: bytes))/\(length)"
  }

  private static func bytes(_ address: UnsafeMutablePointer<sockaddr>) -> [UInt8]? {
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
        withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }
      }
    case AF_INET6:
      address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
        withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }
      }
    default: nil
    }
  }
}
