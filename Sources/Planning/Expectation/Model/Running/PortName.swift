package import Observation

/// A port as specs name it: `tcp:8080`, `8080`, `udp6:53`.
package struct PortName: Sendable, Hashable, CustomStringConvertible {
  /// `tcp` and `udp` stand for sockets of both versions: one of version 6 takes connections of version 4 as well.
  package let networks: [ListeningSocket.Network]
  package let number: Int
  private let word: String

  package init?(_ text: String) {
    let slashed = text.split(separator: "/", omittingEmptySubsequences: false)
    let parts =
      slashed.count == 2
      ? slashed.reversed() : text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let number = parts.last.flatMap({ Int($0) }), (1...65535).contains(number), parts.count < 3 else {
      return nil
    }
    self.number = number
    word = parts.count == 2 ? String(parts[0]) : "tcp"
    switch word {
    case "tcp": networks = [.tcp, .tcp6]
    case "tcp4": networks = [.tcp]
    case "tcp6": networks = [.tcp6]
    case "udp": networks = [.udp, .udp6]
    case "udp4": networks = [.udp]
    case "udp6": networks = [.udp6]
    default: return nil
    }
  }

  package var description: String { "\(word):\(number)" }

  /// Those of a container's sockets that wait there.
  package func sockets(in facts: ContainerFacts) -> [ListeningSocket] {
    facts.sockets.filter { $0.port == number && networks.contains($0.network) }
  }
}
