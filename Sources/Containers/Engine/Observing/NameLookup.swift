import Observation

/// Finds what names stand for, by the container's own `/etc/hosts` and `/etc/resolv.conf`.
struct NameLookup {
  private let hosts: [(address: NetworkAddress, names: [String])]
  private let servers: [String]
  private let domains: [String]

  init(root: ContainerRoot) {
    self.init(hosts: root.text("/etc/hosts"), resolver: root.text("/etc/resolv.conf"))
  }

  init(hosts: String, resolver: String) {
    self.hosts = Self.lines(hosts).compactMap { words in
      guard let address = NetworkAddress(words[0]) else { return nil }
      return (address, words.dropFirst().map { $0.lowercased() })
    }
    let settings = Self.lines(resolver)
    let named = settings.filter { $0[0] == "nameserver" && $0.count > 1 }.map { String($0[1]) }
    // What a resolver takes where none is named (resolv.conf(5)).
    servers = named.isEmpty ? ["127.0.0.1"] : Array(named.prefix(3))
    domains = (settings.last { $0[0] == "search" || $0[0] == "domain" })?.dropFirst().map(String.init) ?? []
  }

  /// The addresses of a host, those of version 4 first.
  func addresses(of host: String, by deadline: Deadline) throws(NetworkFailure) -> [NetworkAddress] {
    if let address = NetworkAddress(host) { return [address] }
    let wanted = host.lowercased()
    let noted = hosts.filter { $0.names.contains(wanted) }.map(\.address)
    if !noted.isEmpty { return noted.filter(\.isVersion4) + noted.filter { !$0.isVersion4 } }
    var failure = NetworkFailure(.name, host, "no such host")
    for name in candidates(host) {
      var found: [String] = []
      for record in [NameQuestion.Record.a, .aaaa] {
        do throws(NetworkFailure) { found += try ask(name, record, servers, deadline) } catch {
          failure = error
        }
      }
      if !found.isEmpty { return found.compactMap { NetworkAddress($0) } }
    }
    throw failure
  }

  /// What a question is answered with, sorted.
  func answers(to question: NameQuestion, by deadline: Deadline) throws(NetworkFailure) -> [String] {
    if question.server == nil, question.record == .any || question.record == .a || question.record == .aaaa {
      return try addresses(of: question.name, by: deadline)
        .filter { question.record == .any || $0.isVersion4 == (question.record == .a) }
        .map(\.description).sorted()
    }
    let servers =
      try question.server.map { server throws(NetworkFailure) in
        try addressed(server, deadline)
      } ?? servers
    let name = question.record == .ptr ? Self.reversed(question.name) : question.name
    guard question.record == .any else {
      return Self.sorted(try ask(name, question.record, servers, deadline))
    }
    var found: [String] = []
    var failure: NetworkFailure?
    for record in [NameQuestion.Record.a, .aaaa] {
      do throws(NetworkFailure) { found += try ask(name, record, servers, deadline) } catch {
        if error.stage == .time { throw error }
        failure = failure ?? error
      }
    }
    if found.isEmpty, let failure { throw failure }
    return Self.sorted(found)
  }

  /// In the order of their bytes.
  private static func sorted(_ texts: [String]) -> [String] {
    texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The servers that a name of one stands for, with their port.
  private func addressed(_ server: String, _ deadline: Deadline) throws(NetworkFailure) -> [String] {
    if NetworkAddress(server) != nil { return [server] }
    let colon = server.lastIndex(of: ":")
    let host = colon.map { String(server[..<$0]) } ?? server
    // Brackets are an address's, which is read later.
    guard !host.contains("["), !host.contains(":") else { return [server] }
    let port = colon.map { String(server[server.index(after: $0)...]) } ?? "53"
    do throws(NetworkFailure) {
      return try addresses(of: host, by: deadline).prefix(1).map { "[\($0)]:\(port)" }
    } catch {
      throw error.stage == .name ? NetworkFailure(.server, host, error.reason) : error
    }
  }

  /// A name without a dot is looked for in the container's domains first.
  private func candidates(_ host: String) -> [String] {
    if host.hasSuffix(".") { return [host] }
    let inDomains = domains.map { "\(host).\($0)" }
    return host.contains(".") ? [host] + inDomains : inDomains + [host]
  }

  private func ask(
    _ name: String, _ record: NameQuestion.Record, _ servers: [String], _ deadline: Deadline
  ) throws(NetworkFailure) -> [String] {
    var failure = NetworkFailure(.name, name, "no such host")
    for server in servers {
      do throws(NetworkFailure) { return try ask(name, record, server, deadline) } catch {
        failure = error
        if error.stage == .name { break }
      }
    }
    throw failure
  }

  private func ask(
    _ name: String, _ record: NameQuestion.Record, _ server: String, _ deadline: Deadline
  ) throws(NetworkFailure) -> [String] {
    let (address, port) = try Self.place(of: server)
    let id = UInt16.random(in: .min ... .max)
    guard let question = NamePacket.question(name, record, id: id) else {
      throw NetworkFailure(.name, name, "it is no name")
    }
    do throws(NamePacket.Fault) {
      let packet: [UInt8]
      do throws(NetworkFailure) {
        let connection = try Connection(to: address, port, datagram: true, by: deadline)
        try connection.send(question)
        var received = try connection.receive()
        // An answer to an earlier question may come late.
        while received.count >= 2, !NamePacket.answers(received, id: id) {
          received = try connection.receive()
        }
        packet = received
      } catch { throw .failed(error) }
      return try NamePacket(packet, to: record, id: id).answers()
    } catch {
      switch error {
      case .failed(let failure): throw failure
      case .cut: return try askAtLength(question, record, id, address, port, name, deadline)
      case .refused(let code):
        throw NetworkFailure(.name, name, code == 3 ? "no such host" : "the server refuses it with \(code)")
      case .broken: throw NetworkFailure(.answer, server, "it is no answer of the domain name system")
      }
    }
  }

  /// An answer that is too long for a packet comes on a connection, behind its length.
  private func askAtLength(
    _ question: [UInt8], _ record: NameQuestion.Record, _ id: UInt16, _ address: NetworkAddress, _ port: Int,
    _ name: String, _ deadline: Deadline
  ) throws(NetworkFailure) -> [String] {
    let connection = try Connection(to: address, port, by: deadline)
    try connection.send([UInt8(question.count >> 8), UInt8(question.count & 0xFF)] + question)
    var bytes: [UInt8] = []
    while bytes.count < 2 || bytes.count - 2 < Int(bytes[0]) << 8 | Int(bytes[1]) {
      let more = try connection.receive()
      guard !more.isEmpty else { throw NetworkFailure(.answer, connection.target, "it is cut short") }
      bytes += more
    }
    do throws(NamePacket.Fault) {
      return try NamePacket(Array(bytes.dropFirst(2)), to: record, id: id).answers()
    } catch {
      throw NetworkFailure(.name, name, "the server gives no proper answer")
    }
  }

  private static func place(of server: String) throws(NetworkFailure) -> (NetworkAddress, Int) {
    if let address = NetworkAddress(server) { return (address, 53) }
    if let colon = server.lastIndex(of: ":"), let port = Int(server[server.index(after: colon)...]),
      (1...65535).contains(port),
      let address = NetworkAddress(server[..<colon].filter { $0 != "[" && $0 != "]" })
    {
      return (address, port)
    }
    throw NetworkFailure(.connection, server, "a server of names is written as an address")
  }

  /// The name under which an address is asked for.
  private static func reversed(_ text: String) -> String {
    guard let address = NetworkAddress(text) else { return text }
    if address.isVersion4 {
      return address.bytes.reversed().map(String.init).joined(separator: ".") + ".in-addr.arpa"
    }
    return address.bytes.reversed().flatMap { [$0 & 15, $0 >> 4] }.map { String($0, radix: 16) }
      .joined(separator: ".") + ".ip6.arpa"
  }

  /// The words of each line, without comments.
  private static func lines(_ text: String) -> [[Substring]] {
    text.split(separator: "\n").map { line in
      line.prefix { $0 != "#" && $0 != ";" }.split { $0 == " " || $0 == "\t" || $0 == "\r" }
    }.filter { !$0.isEmpty }
  }
}
