/// What is asked of the network as a container sees it.
package enum NetworkQuestion: Sendable, Hashable {
  case page(PageRequest)
  case name(NameQuestion)
  case address(AddressQuestion)
}

/// What came of a question.
package enum NetworkAnswer: Sendable, Hashable {
  case page(PageAnswer)
  /// The addresses or texts that a name stands for, sorted.
  case names([String])
  case reached
  case failed(NetworkFailure)
  /// Nothing on this machine can ask it; a clause that completes "cannot tell: …".
  case impossible(String)
}

/// Why a question came to nothing.
package struct NetworkFailure: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Stage: String, Sendable {
    /// A name that stands for no address.
    case name
    /// A server of names that is called by a name without an address.
    case server
    case connection, answer
    /// The time for all of it was over.
    case time
    /// A file of this machine with which a page is asked for.
    case file
    /// A page points to what is none.
    case location
    /// Pages point elsewhere again and again.
    case redirects
  }

  package let stage: Stage
  /// The name, or the address with its port; of a page that points elsewhere, to what.
  package let target: String
  /// The system's words: `connection refused`.
  package let reason: String
  /// The page at which it came to nothing, where that is another than the one that is asked for.
  package var page: String?

  package init(_ stage: Stage, _ target: String, _ reason: String, page: String? = nil) {
    self.page = page
    self.stage = stage
    self.target = target
    self.reason = reason
  }

  /// A clause.
  package var description: String {
    switch stage {
    case .name: "`\(target)` stands for no address: \(reason)"
    case .server: "no server of names is at `\(target)`: \(reason)"
    case .connection: "no connection to \(target): \(reason)"
    case .answer: "\(target) gave no proper answer: \(reason)"
    case .time: "\(target) did not answer within \(reason)"
    case .file: "the file \(target): \(reason)"
    case .location: "a page points to `\(target)`: \(reason)"
    case .redirects: "a page points to `\(target)`: \(reason)"
    }
  }
}

/// Whether something answers at an address.
package struct AddressQuestion: Sendable, Hashable {
  package enum Network: String, Sendable { case tcp, udp, unix }

  package let network: Network
  /// A name or an address; of `unix` a path in the container.
  package let host: String
  package let port: Int
  /// The version of the protocol, 4 or 6; nil for either.
  package let version: Int?
  /// In seconds.
  package let timeout: Double
  /// The address to come from.
  package let localAddress: String?

  package init(
    network: Network = .tcp, host: String, port: Int, version: Int? = nil, timeout: Double = 0.5,
    localAddress: String? = nil
  ) {
    self.version = version
    self.network = network
    self.host = host
    self.port = port
    self.timeout = timeout
    self.localAddress = localAddress
  }

  /// Reads `tcp://HOST:PORT`, `HOST:PORT`, `udp://HOST:PORT` and `unix:///PATH`.
  package init?(_ text: String, timeout: Double, localAddress: String? = nil) {
    let scheme = text.firstRange(of: "://")
    let word = scheme.map { String(text[..<$0.lowerBound]) } ?? "tcp"
    let rest = scheme.map { text[$0.upperBound...] } ?? text[...]
    guard let network = Network(rawValue: word.filter { $0 != "4" && $0 != "6" }) else { return nil }
    guard network != .unix else {
      self.init(network: network, host: String(rest), port: 0, timeout: timeout)
      return
    }
    guard let colon = rest.lastIndex(of: ":"), let port = Int(rest[rest.index(after: colon)...]),
      (1...65535).contains(port)
    else { return nil }
    let host = rest[..<colon].filter { $0 != "[" && $0 != "]" }
    self.init(
      network: network, host: host.isEmpty ? "127.0.0.1" : String(host), port: port,
      version: word.hasSuffix("4") ? 4 : word.hasSuffix("6") ? 6 : nil, timeout: timeout,
      localAddress: localAddress)
  }
}
