/// Ports as `EXPOSE` takes them: `80`, `53/udp`, `8000-8002/tcp`. Docker also takes what `-p` takes, `[[ADDRESS:]PORT:]80`, of
/// which the port of the container counts (nat.ParsePortSpecs).
enum PortRange {
  /// The single ports of a word, each with its protocol.
  static func ports(_ word: String) throws(ConfigurationChange.Fault) -> [String] {
    let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let kind = parts.count == 2 ? parts[1].lowercased() : "tcp"
    guard ["tcp", "udp", "sctp"].contains(kind) else {
      throw ConfigurationChange.Fault(
        "`\(word)` names the protocol `\(kind)`", help: "the protocol is tcp, udp or sctp")
    }
    let inner = parts[0].split(separator: ":", omittingEmptySubsequences: false).last ?? parts[0]
    let ends = inner.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map {
      UInt16($0)
    }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last else {
      throw ConfigurationChange.Fault(
        "`\(word)` is not a port", help: "write a number up to 65535, or a range such as 8000-8002")
    }
    return (first...last).map { "\($0)/\(kind)" }
  }
}
