/// A socket of a container that waits for connections or packets.
package struct ListeningSocket: Sendable, Hashable {
  package enum Network: String, Sendable, CaseIterable { case tcp, tcp6, udp, udp6 }

  package let network: Network
  /// `0.0.0.0`, `::1`.
  package let address: String
  package let port: Int

  package init(network: Network, address: String, port: Int) {
    self.network = network
    self.address = address
    self.port = port
  }

  /// Those in a table of `/proc/net` (proc(5)): of TCP the listening ones, of UDP all that are bound.
  package static func all(in table: String, of network: Network) -> [ListeningSocket] {
    table.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count > 3 else { return nil }
      let waits = network == .udp || network == .udp6 || fields[3] == "0A"
      let parts = fields[1].split(separator: ":")
      guard waits, parts.count == 2, let port = Int(parts[1], radix: 16),
        let address = NetworkAddress(kernelHex: parts[0])
      else { return nil }
      return ListeningSocket(network: network, address: address.description, port: port)
    }
  }
}
