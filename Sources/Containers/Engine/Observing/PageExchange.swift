import Observation

/// One request and its answer on a connection of its own (RFC 9112).
struct PageExchange: ~Copyable {
  private static let headLimit = 1 << 18
  private static let bodyLimit = 16 << 20

  private let connection: Connection
  private let hasBody: Bool

  /// Sends the request.
  init(_ request: PageRequest, on connection: consuming Connection) throws(NetworkFailure) {
    try connection.send(Self.bytes(of: request))
    hasBody = request.method != "HEAD"
    self.connection = connection
  }

  func answer() throws(NetworkFailure) -> PageAnswer {
    var rest: [UInt8] = []
    while true {
      let (status, headers) = try head(&rest)
      // What is said before the answer proper.
      if (100..<200).contains(status), status != 101 { continue }
      let isEmpty = !hasBody || status == 204 || status == 304 || status == 101
      let (body, isCut) = isEmpty ? ([], false) : try body(headers, &rest)
      return PageAnswer(status: status, headers: headers, body: body, isCut: isCut)
    }
  }

  private static func bytes(of request: PageRequest) -> [UInt8] {
    var lines = ["\(request.method) \(request.address.path) HTTP/1.1"]
    var missing = [PageHeader("Host", request.address.authority), PageHeader("User-Agent", "ovenproof")]
    missing.append(PageHeader("Connection", "close"))
    if !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method) {
      missing.append(PageHeader("Content-Length", "\(request.body.count)"))
    }
    if let login = request.address.login { missing.append(.login(login)) }
    let given = Set(request.headers.map { $0.name.lowercased() })
    for header in missing.filter({ !given.contains($0.name.lowercased()) }) + request.headers {
      lines.append("\(header.name): \(header.value)")
    }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + request.body
  }

  private func head(_ rest: inout [UInt8]) throws(NetworkFailure) -> (Int, [PageHeader]) {
    var lines: [String] = []
    while true {
      let line = try line(&rest)
      if line.isEmpty, !lines.isEmpty { break }
      if !line.isEmpty { lines.append(line) }
      guard lines.count < 1000 else { throw broken("its head has no end") }
    }
    let words = lines[0].split(separator: " ", maxSplits: 2)
    guard words.count > 1, words[0].hasPrefix("HTTP/"), let status = Int(words[1]),
      (100...999).contains(status)
    else { throw broken("it does not speak HTTP") }
    return (status, lines.dropFirst().compactMap { PageHeader(line: $0) })
  }

  private func body(
    _ headers: [PageHeader], _ rest: inout [UInt8]
  ) throws(NetworkFailure) -> ([UInt8], isCut: Bool) {
    func value(_ name: String) -> String? { headers.last { $0.name.lowercased() == name }?.value }
    if value("transfer-encoding")?.lowercased().contains("chunked") ?? false { return try chunks(&rest) }
    let wanted = value("content-length").flatMap { Int($0) }
    var body = rest
    let enough = min(wanted ?? .max, Self.bodyLimit + 1)
    while body.count < enough {
      let more = try connection.receive()
      if more.isEmpty {
        guard wanted == nil else { throw broken("its body is cut short") }
        break
      }
      body += more
    }
    body = Array(body.prefix(wanted ?? .max))
    return (Array(body.prefix(Self.bodyLimit)), body.count > Self.bodyLimit)
  }

  private func chunks(_ rest: inout [UInt8]) throws(NetworkFailure) -> ([UInt8], isCut: Bool) {
    var body: [UInt8] = []
    while true {
      let size = try line(&rest).prefix { $0 != ";" && $0 != " " }
      guard let count = Int(size, radix: 16), (0...(1 << 30)).contains(count) else {
        throw broken("a part of its body has no size")
      }
      if count == 0 { return (body, false) }
      while rest.count < count, body.count + rest.count <= Self.bodyLimit {
        let more = try connection.receive()
        guard !more.isEmpty else { throw broken("its body is cut short") }
        rest += more
      }
      body += rest.prefix(count)
      guard body.count <= Self.bodyLimit else { return (Array(body.prefix(Self.bodyLimit)), true) }
      rest = Array(rest.dropFirst(count))
      _ = try line(&rest)
    }
  }

  /// A line without its end.
  private func line(_ rest: inout [UInt8]) throws(NetworkFailure) -> String {
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        let line = rest[..<end].last == 0x0D ? rest[..<end].dropLast() : rest[..<end]
        rest = Array(rest[(end + 1)...])
        return String(decoding: line, as: UTF8.self)
      }
      guard rest.count < Self.headLimit else { throw broken("a line of it has no end") }
      let more = try connection.receive()
      guard !more.isEmpty else { throw broken("it is cut short") }
      rest += more
    }
  }

  private func broken(_ reason: String) -> NetworkFailure {
    NetworkFailure(.answer, connection.target, reason)
  }
}
